using System.Text.Json;
using Glassy.Comparison;
using Glassy.Metrics;

namespace Glassy.Tests.Comparison;

public sealed class RunComparisonTests
{
    private static readonly RunComparison Compared = RunComparison.Of(SamplePredictions.Pair(0, 1), Resampling.Default);

    /// <summary>NumPy 1.24: the same predictions; numpy.where(~right0 and right1) and the other way round.</summary>
    [Fact]
    public void Counts_and_pictures_are_those_of_another_program()
    {
        Assert.Equal(new PairedCounts(25, 10, 9, 16), Compared.Counts);
        Assert.Equal([8, 12, 24, 26, 33, 36, 40, 49, 52], Compared.Repaired);
        Assert.Equal([2, 3, 9, 16, 30, 31, 32, 46, 53, 59], Compared.Broken);
        Assert.Equal((McNemar.Of(Compared.Counts), -1.0 / 60), (Compared.McNemar, Compared.Accuracy.Difference));
    }

    /// <summary>NumPy 1.24, as above: the second run's matrix minus the first's.</summary>
    [Fact]
    public void The_matrices_are_subtracted_cell_by_cell()
    {
        Assert.Equal([[1, 0, -1], [0, 0, 0], [1, 1, -2]], Compared.Confusion);
        Assert.Equal([0.05, 0, -0.1], Compared.Recalls.Select(recall => recall.Difference));
    }

    [Fact]
    public void Every_figure_has_its_interval_and_what_made_it()
    {
        Assert.Equal(
            [
                "accuracy", "topK.2", "macro.precision", "macro.recall", "macro.f1", "weighted.precision", "weighted.f1", "cohenKappa",
                "matthewsCorrelation", "logLoss", "brierScore", "calibration.equalWidth.expectedCalibrationError",
                "calibration.equalMass.expectedCalibrationError",
            ],
            Compared.Figures.Select(figure => figure.Name));
        Assert.Equal(
            [IntervalMethod.TangoScore, IntervalMethod.TangoScore, .. Enumerable.Repeat(IntervalMethod.PairedBootstrap, 11)],
            Compared.Figures.Select(figure => figure.Method));
        Assert.Equal((35 / 60.0, 34 / 60.0, Compared.Accuracy.Interval), Shares(0));
        Assert.Equal((55 / 60.0, 56 / 60.0, new PairedProportion(new PairedCounts(51, 4, 5, 0)).Interval), Shares(1)); // NumPy, as above
        var logLoss = PairedBootstrap.Difference(SamplePredictions.Pair(0, 1), SampledFigures.LogLoss, Resampling.Default);
        Assert.Equal(logLoss, Compared.Figures[9]);
    }

    [Fact]
    public void The_same_comparison_is_the_same_to_the_bit() =>
        Assert.Equal(
            JsonSerializer.Serialize(Compared),
            JsonSerializer.Serialize(RunComparison.Of(SamplePredictions.Pair(0, 1), Resampling.Default)));

    private static (double A, double B, Interval Interval) Shares(int figure) =>
        (Compared.Figures[figure].A, Compared.Figures[figure].B, Compared.Figures[figure].Interval);
}

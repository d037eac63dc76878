using Glassy.Comparison;
using Glassy.Metrics;
using Glassy.Tests.Metrics;

namespace Glassy.Tests.Comparison;

public sealed class PairedBootstrapTests
{
    private static readonly PairedPredictions Pair = SamplePredictions.Pair(0, 1);

    private static readonly IReadOnlyList<FigureDifference> Differences =
        PairedBootstrap.Differences(Pair, [SampledFigures.Accuracy, .. SampledFigures.BesidesShares], Resampling.Default);

    /// <summary>
    /// NumPy 1.24: the same predictions, 2,000 samples by SplitMix64 from seed 1, each figure written anew over the drawn indices,
    /// numpy.quantile(differences, [0.025, 0.975]).
    /// </summary>
    [Theory]
    [InlineData("accuracy", 0.583333333, 0.566666667, -0.166666667, 0.133333333)]
    [InlineData("macro.precision", 0.585326954, 0.568055556, -0.173438291, 0.130390512)]
    [InlineData("macro.recall", 0.583333333, 0.566666667, -0.173352679, 0.123284433)]
    [InlineData("macro.f1", 0.583638584, 0.563636364, -0.175700876, 0.121418135)]
    [InlineData("weighted.precision", 0.585326954, 0.568055556, -0.174649555, 0.129061472)]
    [InlineData("weighted.f1", 0.583638584, 0.563636364, -0.175431259, 0.127146388)]
    [InlineData("cohenKappa", 0.375000000, 0.350000000, -0.254408357, 0.189080946)]
    [InlineData("matthewsCorrelation", 0.375469631, 0.352356929, -0.256579103, 0.188019135)]
    [InlineData("logLoss", 0.880051731, 0.871102886, -0.284131570, 0.245016861)]
    [InlineData("brierScore", 0.532156044, 0.538116391, -0.146581715, 0.157724635)]
    [InlineData("calibration.equalWidth.expectedCalibrationError", 0.234143209, 0.244906225, -0.092622514, 0.118050344)]
    [InlineData("calibration.equalMass.expectedCalibrationError", 0.153361552, 0.152298229, -0.141400284, 0.140541239)]
    public void Figures_and_intervals_are_those_of_another_program(string name, double a, double b, double low, double high)
    {
        var figure = Differences.Single(figure => figure.Name == name);
        Assert.Equal(a, figure.A, 6);
        Assert.Equal(b, figure.B, 6);
        Assert.Equal(b - a, figure.Difference, 6);
        Assert.Equal(low, figure.Interval.Low, 6);
        Assert.Equal(high, figure.Interval.High, 6);
        Assert.Equal(IntervalMethod.PairedBootstrap, figure.Method);
    }

    [Fact]
    public void Alone_a_figure_is_as_among_others_and_the_seed_decides() =>
        Assert.Equal(
            (Differences[3], true),
            (PairedBootstrap.Difference(Pair, SampledFigures.MacroF1, Resampling.Default),
                Differences[3] != PairedBootstrap.Difference(Pair, SampledFigures.MacroF1, new Resampling(2000, 2))));

    [Fact]
    public void Of_each_picture_once_the_figures_are_the_reports()
    {
        var predictions = HandWorkedMatrix.Predictions;
        var report = EvaluationReport.From(HandWorkedMatrix.Classes, predictions);
        var sample = new PredictionSample(predictions, HandWorkedMatrix.Classes.Count);
        double[] expected =
        [
            report.Macro.Precision, report.Macro.Recall, report.Macro.F1, report.Weighted.Precision, report.Weighted.F1,
            report.Kappa, report.Mcc, report.Probabilities!.Loss, report.Probabilities!.Brier,
            report.Probabilities!.EqualWidth.ExpectedCalibrationError, report.Probabilities!.EqualMass.ExpectedCalibrationError,
        ];
        Assert.Equal(report.Accuracy, SampledFigures.Accuracy.Of(sample));
        Assert.All(SampledFigures.BesidesShares.Zip(expected), pair => Assert.Equal(pair.Second, pair.First.Of(sample), 10));
    }

    [Fact]
    public void A_run_against_itself_differs_in_nothing() =>
        Assert.All(
            PairedBootstrap.Differences(SamplePredictions.Pair(0, 0), SampledFigures.BesidesShares, new Resampling(50, 1)),
            figure => Assert.Equal((0, new Interval(0, 0)), (figure.Difference, figure.Interval)));

    [Fact]
    public void One_sample_and_one_picture_are_enough_for_ends()
    {
        var pair = PairedPredictions.Of([SamplePredictions.Say(0, 1, 0)], [SamplePredictions.Say(0, 1, 1)]);
        Assert.Equal(new Interval(1, 1), PairedBootstrap.Difference(pair, SampledFigures.Accuracy, new Resampling(1, 1)).Interval);
    }
}

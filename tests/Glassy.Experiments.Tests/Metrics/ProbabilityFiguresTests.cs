using System.Text.Json;
using CsCheck;
using Glassy.Metrics;

namespace Glassy.Tests.Metrics;

/// <summary>Figures that need the probabilities of all classes.</summary>
public sealed class ProbabilityFiguresTests
{
    private static readonly Prediction[] Two = [Say(0, 0.5, 0.25, 0.25), Say(0, 0.25, 0.5, 0.25)];

    [Fact]
    public void Log_loss_and_Brier_score_are_those_worked_out_by_hand()
    {
        Assert.Equal((Math.Log(2) + Math.Log(4)) / 2, ProperScores.LogLoss(Two), 6);
        Assert.Equal((0.375 + 0.875) / 2, ProperScores.Brier(Two), 6);
    }

    [Fact]
    public void The_Brier_score_goes_from_0_to_2_and_the_log_loss_stays_finite()
    {
        Assert.Equal(0, ProperScores.Brier([new Prediction(0, 1, 1, [-200, 0])]), 12);
        Assert.Equal(2, ProperScores.Brier([new Prediction(0, 0, 1, [-200, 0])]), 12);
        Assert.Equal(200, ProperScores.LogLoss([new Prediction(0, 0, 1, [-200, 0])]));
    }

    [Fact]
    public void The_truth_is_among_the_k_most_probable_and_equals_go_by_index()
    {
        Prediction[] predictions = [Say(3, 0.4, 0.3, 0.2, 0.1), Say(1, 0.4, 0.2, 0.2, 0.2), Say(2, 0.4, 0.2, 0.2, 0.2), Say(0, 0.4, 0.3, 0.2, 0.1)];
        Assert.Equal([3, 1, 2, 0], predictions.Select(TopKAccuracy.RankOfTruth));
        Assert.Equal([(2, 2), (3, 3)], TopKAccuracy.Of(predictions, classes: 4).Select(top => (top.K, top.Accuracy.Successes)));
        Assert.Empty(TopKAccuracy.Of([Say(0, 0.5, 0.5)], classes: 2));
        Assert.Equal([2, 3, 5, 10], TopKAccuracy.Of([Say(0, [.. Enumerable.Repeat(0.01, 100)])], classes: 100).Select(top => top.K));
    }

    [Fact]
    public void Calibration_error_is_the_one_worked_out_by_hand()
    {
        // At 0.75 one of two is right (gap 0.25), at 0.5 both are (gap 0.5). One by one: 0.25, 0.75, 0.5 and 0.5.
        Prediction[] predictions = [Say(0, 0.75, 0.25), Say(1, 0.75, 0.25), Say(0, 0.5, 0.5), Say(0, 0.5, 0.5)];
        var width = ReliabilityDiagram.EqualWidth(predictions);
        Assert.Equal(0.375, width.ExpectedCalibrationError, 6);
        Assert.Equal(15, width.Bins.Count);
        Assert.Equal((2, 2), (width.Bins[7].Count, width.Bins[11].Count)); // (7/15, 8/15] and (11/15, 12/15]
        Assert.Equal((null, null), (width.Bins[0].Confidence, width.Bins[0].Gap));
        Assert.Equal(0.5, ReliabilityDiagram.EqualMass(predictions).ExpectedCalibrationError, 6);
    }

    [Fact]
    public void Bins_of_equal_mass_differ_by_one_prediction_at_most()
    {
        var predictions = Enumerable.Range(0, 32).Select(i => Say(0, 1 - (i * 0.01), i * 0.01)).ToArray();
        var bins = ReliabilityDiagram.EqualMass(predictions).Bins;
        Assert.Equal([3, 3, .. Enumerable.Repeat(2, 13)], bins.Select(bin => bin.Count));
        Assert.All(bins.Zip(bins.Skip(1)), pair => Assert.True(pair.First.High < pair.Second.Low));
    }

    [Fact]
    public void A_bin_holds_its_upper_end()
    {
        Assert.Equal([0, 2, 3, 14], new[] { 0, 0.2, 0.2000001, 1 }.Select(confidence => ReliabilityDiagram.BinOf(confidence, 15)));
        Assert.Equal(19, ConfidenceBin.Of([Say(0, 1, 0)]).ToList().FindIndex(bin => bin.Right == 1));
    }

    [Fact]
    public void The_hand_worked_matrix_is_calibrated_to_its_gap()
    {
        // All are nine tenths sure, 97.17 % are right.
        var report = EvaluationReport.From(HandWorkedMatrix.Classes, HandWorkedMatrix.Predictions);
        Assert.Equal(0.0717, report.EqualWidth.ExpectedCalibrationError, 6);
        Assert.Equal((9717, 283), (report.Confidence.Sum(bin => bin.Right), report.Confidence.Sum(bin => bin.Wrong)));
    }

    [Fact]
    public void For_any_predictions_every_figure_is_a_number() =>
        Gen.Int[1, 5].SelectMany(classes => Gen.Select(Gen.Int[0, classes - 1], Gen.Int[0, classes - 1]).Array[1, 40]
            .Select(pairs => (classes, pairs))).Sample(sample =>
        {
            var predictions = sample.pairs.Select((pair, i) => new Prediction(
                i, pair.Item1, pair.Item2, [.. Enumerable.Range(0, sample.classes).Select(c => c == pair.Item2 ? -0.01f : -5f)])).ToArray();
            var names = Enumerable.Range(0, sample.classes).Select(c => $"{c}").ToArray();
            var report = EvaluationReport.From(names, predictions);
            Assert.NotEmpty(JsonSerializer.Serialize(report)); // which throws at NaN and infinity
            Assert.InRange(report.EqualWidth.ExpectedCalibrationError, 0, 1);
            Assert.InRange(report.Kappa, -1, 1);
            Assert.InRange(report.Mcc, -1.0000001, 1.0000001);
            Assert.Equal(report.ConfusedPairs.Sum(pair => pair.Count), report.UnorderedPairs.Sum(pair => pair.Count));
        });

    private static Prediction Say(int label, params double[] probabilities) => new(
        0, label, Array.IndexOf(probabilities, probabilities.Max()), [.. probabilities.Select(p => p == 0 ? -90 : (float)Math.Log(p))]);
}

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
        Prediction[] predictions =
        [
            Say(3, 0.4, 0.3, 0.2, 0.1), Say(1, 0.4, 0.2, 0.2, 0.2), Say(2, 0.4, 0.2, 0.2, 0.2), Say(0, 0.4, 0.3, 0.2, 0.1)
        ];
        Assert.Equal([3, 1, 2, 0], predictions.Select(TopKAccuracy.RankOfTruth));
        Assert.Equal([(2, 2), (3, 3)], TopKAccuracy.Of(predictions, classes: 4).Select(top => (top.K, top.Accuracy.Successes)));
        Assert.Empty(TopKAccuracy.Of([Say(0, 0.5, 0.5)], classes: 2));
        Assert.Equal([2, 3, 5, 10], TopKAccuracy.Of([Say(0, [.. Enumerable.Repeat(0.01, 100)])], classes: 100).Select(top => top.K));
    }

    [Fact]
    public void Calibration_error_is_the_one_worked_out_by_hand()
    {
        // At 0.75 one of two is right (gap 0.25), at 0.5 both are (gap 0.5). All together are 0.625 sure, and 0.75 are right.
        Prediction[] predictions = [Say(0, 0.75, 0.25), Say(1, 0.75, 0.25), Say(0, 0.5, 0.5), Say(0, 0.5, 0.5)];
        var width = ReliabilityDiagram.EqualWidth(predictions);
        Assert.Equal(0.375, width.ExpectedCalibrationError, 6);
        Assert.Equal(15, width.Bins.Count);
        Assert.Equal((2, 2), (width.Bins[7].Count, width.Bins[11].Count)); // (7/15, 8/15] and (11/15, 12/15]
        Assert.Equal((null, null), (width.Bins[0].Confidence, width.Bins[0].Gap));
        Assert.Equal(0.125, ReliabilityDiagram.EqualMass(predictions).ExpectedCalibrationError, 6);
    }

    [Theory]
    [InlineData(12, new[] { 12 })]
    [InlineData(59, new[] { 59 })]                          // two bins would have fewer than 30
    [InlineData(60, new[] { 30, 30 })]
    [InlineData(100, new[] { 30, 30, 40 })]
    public void Bins_of_equal_mass_have_thirty_predictions_or_more(int count, int[] expected) =>
        Assert.Equal(expected, Distinct(count).Bins.Select(bin => bin.Count));

    [Fact]
    public void There_are_at_most_fifteen_bins_of_equal_mass_which_do_not_overlap()
    {
        var bins = Distinct(1000).Bins;
        Assert.Equal([.. Enumerable.Repeat(67, 14), 62], bins.Select(bin => bin.Count));
        Assert.All(bins.Zip(bins.Skip(1)), pair => Assert.True(pair.First.High < pair.Second.Low));
    }

    [Fact]
    public void Predictions_of_one_confidence_are_in_one_bin_whatever_their_order()
    {
        // 40 at 0.6, 200 at 0.7 of which the first half is right, 40 at 0.8.
        Prediction[] predictions =
        [
            .. Enumerable.Repeat(Say(0, 0.6, 0.4), 40), .. Enumerable.Repeat(Say(0, 0.7, 0.3), 100),
            .. Enumerable.Repeat(Say(1, 0.7, 0.3), 100), .. Enumerable.Repeat(Say(0, 0.8, 0.2), 40),
        ];
        var diagram = ReliabilityDiagram.EqualMass(predictions);

        Assert.Equal([40, 200, 40], diagram.Bins.Select(bin => bin.Count));
        Assert.Equal(((40 * 0.4) + (200 * 0.2) + (40 * 0.2)) / 280, diagram.ExpectedCalibrationError, 6);
        Assert.Equal(
            diagram.ExpectedCalibrationError, ReliabilityDiagram.EqualMass([.. predictions.Reverse()]).ExpectedCalibrationError, 12);
    }

    [Fact]
    public void A_model_that_always_says_the_same_is_as_calibrated_by_mass_as_by_width()
    {
        Prediction[] predictions = [.. Enumerable.Range(0, 12).Select(i => Say(i < 6 ? 0 : 1, 0.53, 0.47))];
        Assert.Equal(0.03, ReliabilityDiagram.EqualWidth(predictions).ExpectedCalibrationError, 6);
        Assert.Equal(0.03, ReliabilityDiagram.EqualMass(predictions).ExpectedCalibrationError, 6);
    }

    [Fact]
    public void A_bin_holds_its_upper_end()
    {
        Assert.Equal([0, 2, 3, 14], new[] { 0, 0.2, 0.2000001, 1 }.Select(confidence => ReliabilityDiagram.BinOf(confidence, 15)));
        Assert.Equal(19, ConfidenceBin.Of([Say(0, 1, 0)]).ToList().FindIndex(bin => bin.Right == 1));
    }

    [Fact]
    public void Confidences_are_counted_in_twenty_bins_that_meet()
    {
        // 1 is in (0.95, 1], 0.75 in (0.7, 0.75] because a bin holds its upper end, 0.5 in (0.45, 0.5].
        var bins = ConfidenceBin.Of([Say(0, 1, 0), Say(0, 0.75, 0.25), Say(1, 0.75, 0.25), Say(1, 0.75, 0.25), Say(0, 0.5, 0.5)]);

        var counts = new Dictionary<int, (int Right, int Wrong)> { [9] = (1, 0), [14] = (1, 2), [19] = (1, 0) };
        var expected = Enumerable.Range(0, 20).Select(bin => (bin, counts.GetValueOrDefault(bin)))
            .Select(pair => new ConfidenceBin(pair.bin / 20.0, (pair.bin + 1) / 20.0, pair.Item2.Right, pair.Item2.Wrong));
        Assert.Equal(expected, bins);
        Assert.Equal((0, 1), (bins[0].Low, bins[^1].High));
    }

    [Fact]
    public void The_diagram_of_equal_width_has_fifteen_bins_that_meet()
    {
        var bins = ReliabilityDiagram.EqualWidth([Say(0, 1, 0)]).Bins;
        Assert.Equal(Enumerable.Range(0, 15).Select(bin => (bin / 15.0, (bin + 1) / 15.0)), bins.Select(bin => (bin.Low, bin.High)));
        Assert.Equal(1, bins[14].Count);
    }

    [Theory]
    [InlineData(2, new int[0])]
    [InlineData(3, new[] { 2 })]
    [InlineData(4, new[] { 2, 3 })]
    [InlineData(5, new[] { 2, 3 })]
    [InlineData(6, new[] { 2, 3, 5 })]
    [InlineData(19, new[] { 2, 3, 5 })]
    [InlineData(20, new[] { 2, 3, 5, 10 })]
    public void The_k_worth_naming_are_fewer_than_the_classes_and_10_needs_twenty(int classes, int[] expected) =>
        Assert.Equal(expected, TopKAccuracy.Of([Say(0, [.. Enumerable.Repeat(1.0 / classes, classes)])], classes).Select(top => top.K));

    [Fact]
    public void A_probability_that_rounding_lifts_above_1_is_1() =>
        Assert.Equal(1, new Prediction(0, 0, 0, [1e-6f, -20]).Confidence);

    [Fact]
    public void The_hand_worked_matrix_is_calibrated_to_its_gap()
    {
        // All are nine tenths sure, 97.17 % are right.
        var report = EvaluationReport.From(HandWorkedMatrix.Classes, HandWorkedMatrix.Predictions);
        Assert.Equal(0.0717, report.Probabilities!.EqualWidth.ExpectedCalibrationError, 6);
        Assert.Equal(
            (9717, 283), (report.Probabilities!.Confidence.Sum(bin => bin.Right), report.Probabilities!.Confidence.Sum(bin => bin.Wrong)));
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
            Assert.InRange(report.Probabilities!.EqualWidth.ExpectedCalibrationError, 0, 1);
            Assert.InRange(report.Kappa, -1, 1);
            Assert.InRange(report.Mcc, -1.0000001, 1.0000001);
            Assert.Equal(report.ConfusedPairs.Sum(pair => pair.Count), report.UnorderedPairs.Sum(pair => pair.Count));
        });

    private static ReliabilityDiagram Distinct(int count) =>
        ReliabilityDiagram.EqualMass([.. Enumerable.Range(0, count).Select(i => Say(0, 1 - (i * 0.0004), i * 0.0004))]);

    private static Prediction Say(int label, params double[] probabilities) => new(
        0, label, Array.IndexOf(probabilities, probabilities.Max()), [.. probabilities.Select(p => p == 0 ? -90 : (float)Math.Log(p))]);
}

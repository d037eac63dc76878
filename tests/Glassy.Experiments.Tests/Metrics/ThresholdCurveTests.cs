using Glassy.Metrics;

namespace Glassy.Tests.Metrics;

/// <summary>The values were worked out by counting pairs, in another language.</summary>
public sealed class ThresholdCurveTests
{
    private static readonly double[] Spam = [0.9, 0.8, 0.7, 0.55, 0.4];
    private static readonly double[] Ham = [0.7, 0.6, 0.3, 0.2, 0.2, 0.1];

    [Fact]
    public void The_area_and_the_average_precision_have_their_intervals()
    {
        var curve = CurveOf(Spam, Ham)!;

        Assert.Equal(0.85, curve.Auc.Value, 12);
        Assert.Equal(0.4630401875863621, curve.Auc.Interval!.Low, 9);
        Assert.Equal(0.9738475403522725, curve.Auc.Interval.High, 9);
        Assert.Equal(0.8261904761904763, curve.AveragePrecision.Value, 12);
        Assert.Equal(0.31990878850356513, curve.AveragePrecision.Interval!.Low, 9);
        Assert.Equal(0.9796062391767031, curve.AveragePrecision.Interval.High, 9);
    }

    [Fact]
    public void There_is_a_point_for_each_probability_from_none_called_so_to_all()
    {
        var points = CurveOf(Spam, Ham)!.Points;

        Assert.Equal([0, 1, 2, 3, 3, 4, 5, 5, 5, 5], points.Select(point => point.Found.Successes));
        Assert.Equal([0, 0, 0, 1, 2, 2, 2, 3, 5, 6], points.Select(point => point.FalseAlarms.Successes));
        Assert.Equal(new Proportion(3, 4), points[3].Precision);
        Assert.Equal(0.7, points[3].Threshold, 6);
        Assert.Equal(double.PositiveInfinity, points[0].Threshold);
    }

    [Fact]
    public void The_threshold_that_was_used_lies_between_what_was_not_enough_and_what_was()
    {
        var curve = CurveOf(Spam, Ham)!;

        Assert.Equal((new Proportion(4, 5), new Proportion(2, 6)), (curve.Used.Found, curve.Used.FalseAlarms));
        Assert.Equal((0.4, 0.55), (Math.Round(curve.UsedThreshold!.Low, 6), Math.Round(curve.UsedThreshold.High, 6)));
    }

    [Fact]
    public void Answers_that_no_threshold_gives_have_none()
    {
        // 0.45 is the most of three here and 0.48 is not there.
        Prediction[] predictions = [Of(0, 0, 0, 0.45, 0.3, 0.25), Of(1, 1, 1, 0.48, 0.5, 0.02), Of(2, 2, 2, 0.1, 0.1, 0.8)];

        Assert.Null(ThresholdCurve.Of(predictions, 0, "a")!.UsedThreshold);
    }

    [Fact]
    public void Where_all_are_told_apart_nothing_is_claimed_of_how_sure_that_is()
    {
        var curve = CurveOf([0.9, 0.8], [0.2, 0.1])!;

        Assert.Equal(new EstimatedShare(1, null), curve.Auc);
        Assert.Equal(new EstimatedShare(1, null), curve.AveragePrecision);
    }

    [Fact]
    public void Without_pictures_of_both_kinds_or_without_probabilities_there_is_no_curve()
    {
        Assert.Null(CurveOf([0.9], []));
        Assert.Null(CurveOf([], [0.9]));
        Assert.Null(ThresholdCurve.Of([new Prediction(0, 0, 0, []), new Prediction(1, 1, 1, [])], 1, "spam"));
    }

    [Fact]
    public void By_chance_the_area_is_a_half() => Assert.Equal(0.5, CurveOf([0.3, 0.3], [0.3, 0.3, 0.3])!.Auc.Value);

    private static ThresholdCurve? CurveOf(double[] spam, double[] ham) => ThresholdCurve.Of(
        [
            .. spam.Select((p, i) => Of(i, 1, p >= 0.5 ? 1 : 0, 1 - p, p)),
            .. ham.Select((p, i) => Of(spam.Length + i, 0, p >= 0.5 ? 1 : 0, 1 - p, p))
        ], 1, "spam");

    private static Prediction Of(int index, int label, int predicted, params double[] probabilities) =>
        new(index, label, predicted, [.. probabilities.Select(p => (float)Math.Log(p))]);
}

using Glassy.Comparison;
using Glassy.Datasets;
using Glassy.Metrics;

namespace Glassy.Tests.Comparison;

/// <summary>Intervals of figures whose pictures come in groups.</summary>
public sealed class GroupBootstrapTests
{
    private const int PerGroup = 12;
    private const int Sets = 400;

    /// <summary>
    /// Of groups seven in ten are easy (95 of 100 pictures right), the others hard (55 of 100), so that pictures of one group correlate by
    /// 0.24 and a test set of independent pictures would be worth as much with a fourth of them. The truth is 83 of 100. Three standard
    /// errors of a share of 400 near 95 of 100 are 3.3.
    /// </summary>
    [Theory]
    [InlineData(10, 0.9)]
    [InlineData(40, 0.917)]
    [InlineData(100, 0.917)]
    public void Drawn_by_group_of_a_hundred_intervals_95_hold_the_truth_and_drawn_by_picture_far_fewer(int count, double least)
    {
        var (byGroup, byPicture, wilson) = (0, 0, 0);
        Parallel.For(0, Sets, set =>
        {
            var (predictions, groups) = Draw(new Random(set + 1), count);
            Count(ref byGroup, Drawn(predictions, set, groups));
            Count(ref byPicture, Drawn(predictions, set, null));
            Count(ref wilson, EvaluationReport.From(["a", "b"], predictions).AccuracyProportion.Interval);
        });

        Assert.InRange((double)byGroup / Sets, least, 0.983);
        Assert.InRange((double)byPicture / Sets, 0, 0.8);
        Assert.InRange((double)wilson / Sets, 0, 0.8);

        static Interval Drawn(IReadOnlyList<Prediction> predictions, int seed, PictureGroups? groups) =>
            Assert.Single(
                PictureBootstrap.Intervals(predictions, 2, [SampledFigures.Accuracy], new Resampling(500, (ulong)seed), groups)).Interval;

        static void Count(ref int held, Interval interval) =>
            Interlocked.Add(ref held, interval.Low <= 0.83 && 0.83 <= interval.High ? 1 : 0);
    }

    [Fact]
    public void From_fewer_than_ten_groups_no_interval_is_drawn()
    {
        var (few, fewGroups) = Draw(new Random(1), PictureGroups.Least - 1);
        var (enough, groups) = Draw(new Random(1), PictureGroups.Least);

        Assert.False(fewGroups.AreEnough);
        Assert.Empty(PictureBootstrap.Intervals(few, 2, [SampledFigures.Accuracy], Resampling.Default, fewGroups));
        Assert.True(groups.AreEnough);
        Assert.Single(PictureBootstrap.Intervals(enough, 2, [SampledFigures.Accuracy], Resampling.Default, groups));
    }

    /// <summary>
    /// A group of all pictures would be the same set in each draw; ten that are alike give the same share whichever are drawn.
    /// </summary>
    [Fact]
    public void Whole_groups_are_drawn_and_where_all_are_alike_no_draw_differs()
    {
        Prediction[] predictions = [.. Enumerable.Range(0, 40).Select(i => new Prediction(i, 0, i % 4 == 0 ? 1 : 0, []))];
        var groups = new PictureGroups([.. Enumerable.Range(0, 40).Select(i => i / 4)], 10);

        Assert.Empty(PictureBootstrap.Intervals(predictions, 2, [SampledFigures.Accuracy], Resampling.Default, groups));
        Assert.Single(PictureBootstrap.Intervals(predictions, 2, [SampledFigures.Accuracy], Resampling.Default));
    }

    /// <summary>Groups of 1 and of 30 pictures: a draw has few or many pictures, and each mean is over those that it has.</summary>
    [Fact]
    public void A_draw_of_large_groups_has_more_pictures_and_its_figures_are_still_shares()
    {
        int[] of = [.. Enumerable.Range(0, 12), .. Enumerable.Repeat(12, 30), .. Enumerable.Repeat(13, 30)];
        Prediction[] predictions =
        [
            .. of.Select((group, i) => new Prediction(i, i % 2, group is 0 or 12 ? 1 - (i % 2) : i % 2, [MathF.Log(0.5f), MathF.Log(0.5f)]))
        ];
        var figures = SampledFigures.Drawn(EvaluationReport.From(["a", "b"], predictions), areGrouped: true);

        var intervals = PictureBootstrap.Intervals(predictions, 2, figures, Resampling.Default, new PictureGroups(of, 14));

        var accuracy = Assert.Single(intervals, interval => interval.Name == "accuracy").Interval;
        Assert.InRange(accuracy.Low, 0, 0.3); // draws with the large wrong group and not with the large right one
        Assert.InRange(accuracy.High, 0.95, 1);
        Assert.All(
            intervals.Where(interval => interval.Name == "logLoss"), // alike in every draw but for rounding, however many pictures it has
            interval => Assert.Equal(
                (Math.Log(2), Math.Log(2)),
                (Math.Round(interval.Interval.Low, 6), Math.Round(interval.Interval.High, 6)),
                (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-5));
    }

    [Fact]
    public void Of_pictures_in_groups_the_accuracy_and_top_k_have_such_an_interval_too()
    {
        var random = new Random(2);
        Prediction[] predictions = [.. Enumerable.Range(0, 240).Select(i =>
        {
            double[] shares = [.. Enumerable.Range(0, 4).Select(_ => random.NextDouble())];
            return new Prediction(
                i, i % 4, Array.IndexOf(shares, shares.Max()), [.. shares.Select(share => (float)Math.Log(share / shares.Sum()))]);
        })];
        var report = EvaluationReport.From(["a", "b", "c", "d"], predictions);
        var figures = SampledFigures.Drawn(report, areGrouped: true);
        var whole = new PredictionSample(predictions, 4);

        Assert.Equal(
            ["accuracy", "topK.0.accuracy", "topK.1.accuracy", .. SampledFigures.BesidesShares.Select(figure => figure.Name)],
            figures.Select(figure => figure.Name));
        Assert.Equal(report.Probabilities!.TopK.Select(top => top.Accuracy.Value), [figures[1].Of(whole), figures[2].Of(whole)]);
        Assert.Equal(SampledFigures.BesidesShares, SampledFigures.Drawn(report, areGrouped: false));
    }

    [Fact]
    public void Groups_are_those_of_the_attribute_and_a_picture_without_one_is_a_group_by_itself()
    {
        var groups = PictureGroups.From(
            [new PictureTrait("device", ["x", "x", "x", "x", "x"]), new PictureTrait("Group", ["ann", "", "bob", " ann", ""])]);

        Assert.Equal([0, 1, 2, 0, 3], groups!.Of); // there is such an attribute
        Assert.Equal(4, groups.Count);
        Assert.Null(PictureGroups.From([new PictureTrait("device", ["x", "y"])]));
        Assert.Null(PictureGroups.From([new PictureTrait("group", ["a", "b"])])); // each by itself, as without it
    }

    private static (Prediction[] Predictions, PictureGroups Groups) Draw(Random random, int count)
    {
        var easy = Enumerable.Range(0, count).Select(_ => random.NextDouble() < 0.7).ToArray();
        int[] of = [.. Enumerable.Range(0, count * PerGroup).Select(i => i / PerGroup)];
        return (
            [.. of.Select(
                (group, i) => new Prediction(i, i % 2, random.NextDouble() < (easy[group] ? 0.95 : 0.55) ? i % 2 : 1 - (i % 2), []))],
            new PictureGroups(of, count));
    }
}

using Glassy.Comparison;
using Glassy.Datasets;
using Glassy.Doubts;
using Glassy.Metrics;

namespace Glassy.Tests.Doubts;

/// <summary>Expected values are worked out by hand from the paper's definitions.</summary>
public sealed class ConfidentLearningTests
{
    /// <summary>Thresholds: (0.9 + 0.8 + 0.1) / 3 = 0.6 of class 0 and (0.9 + 0.7) / 2 = 0.8 of class 1.</summary>
    private static readonly Prediction[] Five = [.. Of((0, 0.9), (0, 0.8), (0, 0.1), (1, 0.1), (1, 0.3))];

    [Fact]
    public void A_label_is_doubted_when_its_picture_is_confidently_of_another_class()
    {
        var found = Find(Five);

        var doubt = Assert.Single(found.Ranked);
        Assert.Equal((2, 0, 1, true), (doubt.Index, doubt.Given, doubt.Suggested, doubt.IsConfident));
        Assert.Equal(-0.8, doubt.Margin, 6);
        Assert.Equal(1, found.Wrong, 6);
    }

    [Fact]
    public void Pictures_that_are_confidently_of_no_class_are_as_often_wrong_as_the_others_of_their_label()
    {
        var found = Find([.. Of((0, 0.9), (0, 0.8), (0, 0.1), (1, 0.1), (1, 0.3), (0, 0.55))]); // below its threshold, 2.35 / 4

        Assert.Equal(4.0 / 3, found.Wrong, 6);
    }

    [Fact]
    public void A_class_that_is_more_probable_but_not_confidently_so_is_a_weaker_doubt_and_is_not_estimated_to_be_wrong()
    {
        var found = Find([.. Five, .. Of((0, 0.4)).Select(prediction => prediction with { Index = 5 })]);

        Assert.Equal([(2, true), (5, false)], found.Ranked.Select(doubt => (doubt.Index, doubt.IsConfident)));
        Assert.Equal(4.0 / 3, found.Wrong, 6);
    }

    [Fact]
    public void The_strongest_doubt_is_first_and_of_equal_ones_the_first_in_the_split()
    {
        var found = Find([.. Of((0, 0.99), (0, 0.2), (0, 0.02), (1, 0.01), (1, 0.9), (0, 0.2))]);

        Assert.Equal([2, 4, 1, 5], found.Ranked.Select(doubt => doubt.Index));
    }

    [Fact]
    public void Where_every_answer_is_its_label_nothing_is_doubted()
    {
        var found = Find([.. Of((0, 0.9), (0, 0.6), (1, 0.2), (1, 0.3))]);

        Assert.Empty(found.Ranked);
        Assert.Equal((0, new Interval(0, 0)), (found.Wrong, found.Interval));
    }

    [Fact]
    public void A_class_without_pictures_is_no_ones_confident_class()
    {
        Prediction[] predictions = [.. new[] { 0.9, 0.8, 0.1 }.Select((share, i) => Prediction(i, 0, share, 1 - share))];

        var found = Find(predictions);

        Assert.False(Assert.Single(found.Ranked).IsConfident);
        Assert.Equal(0, found.Wrong);
    }

    [Fact]
    public void The_interval_is_that_of_the_drawn_counts_and_the_same_for_the_same_seed()
    {
        var many = Enumerable.Range(0, 40).SelectMany(_ => Five).Select((prediction, i) => prediction with { Index = i }).ToList();

        var (found, again, other) = (Find(many), Find(many), ConfidentLearning.Find(many, 2, new Resampling(2000, 2)));

        Assert.Equal(40, found.Wrong, 6);
        Assert.Equal(found.Interval, again.Interval);
        Assert.NotEqual(found.Interval, other.Interval);
        // of 120 pictures of class 0 a third: 40 ± 1.96 √(120 · 1/3 · 2/3)
        Assert.InRange(found.Interval!.Low, 28, 32);
        Assert.InRange(found.Interval.High, 48, 52);
    }

    [Fact]
    public void Groups_are_drawn_whole_and_too_few_give_no_interval()
    {
        var many = Enumerable.Range(0, 40).SelectMany(_ => Five).Select((prediction, i) => prediction with { Index = i }).ToList();
        PictureGroups Groups(int count) =>
            PictureGroups.From([new PictureTrait("group", [.. many.Select((_, i) => $"{i % 5}-{i * count / many.Count}")])])!;

        Assert.Null(ConfidentLearning.Find(many, 2, Resampling.Default, Groups(1)).Interval);
        var grouped = ConfidentLearning.Find(many, 2, Resampling.Default, Groups(4)).Interval!; // twenty, each of one kind of picture
        Assert.True(grouped.High - grouped.Low > 40, $"{grouped}");
    }

    private static DoubtedLabels Find(IReadOnlyList<Prediction> predictions) => ConfidentLearning.Find(predictions, 2, Resampling.Default);

    /// <summary>Each with its label and the probability of class 0.</summary>
    private static IEnumerable<Prediction> Of(params (int Label, double First)[] pictures) =>
        pictures.Select((picture, i) => Prediction(i, picture.Label, picture.First, 1 - picture.First));

    private static Prediction Prediction(int index, int label, params double[] shares) =>
        new(index, label, Array.IndexOf(shares, shares.Max()), [.. shares.Select(share => (float)Math.Log(share))]);
}

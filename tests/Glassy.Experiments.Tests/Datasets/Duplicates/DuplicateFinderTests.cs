using Glassy.Datasets;
using Glassy.Datasets.Duplicates;
using Glassy.Datasets.Folders;
using Glassy.Imaging;

namespace Glassy.Tests.Datasets.Duplicates;

public sealed class DuplicateFinderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Pictures_that_are_all_different_overlap_nowhere()
    {
        var report = Find(Blots.Dataset([1, 2, 3], [4, 5]));

        Assert.True(report.IsClean);
        Assert.True(report.HasNear);
        Assert.True(report.IsNearComplete);
        Assert.Equal(
            [
                new(SplitKind.Train, SplitKind.Train, 0, 0), new(SplitKind.Test, SplitKind.Train, 0, 0),
                new(SplitKind.Test, SplitKind.Test, 0, 0)
            ],
            report.Overlaps);
        Assert.Empty(report.LeakedTest);
        Assert.Empty(report.Near);
    }

    [Fact]
    public void A_test_picture_that_is_a_training_picture_is_leaked()
    {
        var report = Find(Blots.Dataset([1, 2, 3, 4], [9, 3, 8, 1]));

        Assert.Equal([1, 3], report.LeakedTest);
        Assert.False(report.IsClean);
        Assert.Equal(2, report.EqualIn(SplitKind.Test, SplitKind.Train));
        Assert.Equal(0, report.Contradicted);
        Assert.Equal(
            [(2, 1), (0, 3)], report.Equal.OrderBy(pair => pair.Second.Index).Select(pair => (pair.First.Index, pair.Second.Index)));
        Assert.All(
            report.Equal,
            pair => Assert.Equal((SplitKind.Train, SplitKind.Test, 1.0), (pair.First.Split, pair.Second.Split, pair.Correlation)));
        Assert.Empty(report.Near);
    }

    [Fact]
    public void Copies_inside_a_split_are_counted_each_and_leak_nothing()
    {
        var report = Find(Blots.Dataset([1, 1, 1, 2], [3, 4, 4]));

        Assert.True(report.IsClean);
        Assert.Equal((3, 2), (report.EqualIn(SplitKind.Train, SplitKind.Train), report.EqualIn(SplitKind.Test, SplitKind.Test)));
        Assert.Empty(report.LeakedTest);
        Assert.Empty(report.Equal);
    }

    [Fact]
    public void The_same_picture_under_two_labels_is_named_with_both()
    {
        var dataset = Blots.Dataset([1, 2, 1], [5, 2]);
        dataset = dataset with { Train = dataset.Train with { Labels = [0, 0, 1] }, Test = dataset.Test with { Labels = [0, 1] } };

        var report = Find(dataset);

        Assert.Equal(4, report.Contradicted);
        Assert.Equal([(0, 1), (0, 1)], report.Contradictions.Select(pair => (pair.First.Label, pair.Second.Label)));
    }

    [Fact]
    public void A_validation_split_is_compared_with_both_others()
    {
        var dataset = Blots.Dataset([1, 2, 3], [4, 5]);

        var report = Find(dataset with { Validation = Blots.Split([2, 5, 7]) });

        Assert.Equal(6, report.Overlaps.Count);
        Assert.Equal((1, 1, 0), (
            report.EqualIn(SplitKind.Validation, SplitKind.Train),
            report.EqualIn(SplitKind.Test, SplitKind.Validation),
            report.EqualIn(SplitKind.Test, SplitKind.Train)));
        Assert.False(report.IsClean);
        Assert.Empty(report.LeakedTest);
    }

    [Theory]
    [InlineData("brighter")]
    [InlineData("grainy")]
    [InlineData("paler")]
    public void A_picture_that_was_changed_a_little_is_near_and_not_equal(string how)
    {
        var dataset = Blots.Dataset([1, 2, 3], [4]);
        var changed = Blots.Changed(dataset.Train.Image(1).Span, how);
        dataset = dataset with { Test = dataset.Test with { Pixels = [.. dataset.Test.Pixels, .. changed], Labels = [0, 1] } };

        var report = Find(dataset);

        Assert.Equal(new SplitOverlap(SplitKind.Test, SplitKind.Train, 0, 1), report.Overlaps[1]);
        var pair = Assert.Single(report.Near);
        Assert.Equal((SplitKind.Train, 1, SplitKind.Test, 1), (pair.First.Split, pair.First.Index, pair.Second.Split, pair.Second.Index));
        Assert.InRange(pair.Correlation, DuplicateReport.NearCorrelation, 1.000001);
        Assert.True(report.IsClean);
    }

    [Fact]
    public void A_shifted_picture_is_another_one()
    {
        var dataset = Blots.Dataset([1, 2], [4]);
        var shifted = Blots.Changed(dataset.Train.Image(1).Span, "shifted");

        Assert.Empty(Find(dataset with { Test = new LabeledImages(Blots.Shape, shifted, [0]) }).Near);
    }

    [Fact]
    public void Pictures_of_one_level_are_equal_or_not_and_never_near()
    {
        byte[] grey = [.. Enumerable.Repeat((byte)90, Blots.Shape.Length)];
        byte[] lighter = [.. Enumerable.Repeat((byte)91, Blots.Shape.Length)];

        var report = Find(new ImageDataset(
            "flat", ["a"], new LabeledImages(Blots.Shape, grey, [0]), new LabeledImages(Blots.Shape, [.. lighter, .. grey], [0, 0])));

        Assert.Equal([1], report.LeakedTest);
        Assert.Empty(report.Near);
    }

    [Fact]
    public void Small_pictures_are_compared_for_equality_alone()
    {
        var shape = new ImageShape(2, 3, 1);

        var report = Find(new ImageDataset(
            "dots", ["a"], new LabeledImages(shape, [1, 2, 3, 4, 5, 6], [0]), new LabeledImages(shape, [1, 2, 3, 4, 5, 6], [0])));

        Assert.False(report.HasNear);
        Assert.Equal([0], report.LeakedTest);
        Assert.All(report.Overlaps, overlap => Assert.Null(overlap.Near));
    }

    [Fact]
    public void More_pairs_than_are_listed_are_counted_and_it_is_said_when_not_all_were_compared()
    {
        var one = Blots.Split([1]);
        var grainy = Enumerable.Range(1, 60).Select(seed => Blots.Changed(one.Image(0).Span, "grainy", seed)).ToList();

        var report = Find(new ImageDataset(
            "alike",
            ["a", "b"],
            new LabeledImages(Blots.Shape, [.. grainy.Take(40).SelectMany(p => p)], new int[40]),
            new LabeledImages(Blots.Shape, [.. grainy.Skip(40).SelectMany(p => p)], new int[20])));

        Assert.Equal(DuplicateReport.MostListed, report.Near.Count);
        Assert.Equal(20, report.Overlaps[1].Near);
        Assert.False(report.IsNearComplete);
        Assert.Equal(report.Near.OrderByDescending(pair => pair.Correlation), report.Near);
    }

    [Fact]
    public async Task No_picture_of_Mnist_is_in_both_splits_and_hardly_any_is_nearly_so()
    {
        var report = Find(await Mnist.LoadAsync(Token));

        Assert.True(report.IsClean);
        Assert.All(report.Overlaps, overlap => Assert.Equal(0, overlap.Equal));
        Assert.InRange(report.Near.Count, 1, 9); // strokes of the digit 1, which are alike by accident
        Assert.All(report.Near, pair => Assert.Equal(pair.First.Label, pair.Second.Label));
        Assert.True(report.IsNearComplete);
    }

    private static DuplicateReport Find(ImageDataset dataset) => DuplicateFinder.Find(dataset, Token);
}

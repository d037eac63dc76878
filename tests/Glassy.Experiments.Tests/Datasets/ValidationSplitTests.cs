using Glassy.Datasets;
using Glassy.Imaging;

namespace Glassy.Tests.Datasets;

public sealed class ValidationSplitTests
{
    [Fact]
    public void The_same_share_of_each_class_is_held_out_evenly_spread()
    {
        var split = Split([.. Enumerable.Range(0, 30).Select(i => i < 20 ? 0 : 1)]);

        var (training, validation) = ValidationSplit.Of(split, 0.1);

        Assert.NotNull(validation);
        Assert.Equal([9, 19, 29], validation.Pixels.Select(pixel => (int)pixel)); // each picture's pixel is its place
        Assert.Equal([0, 0, 1], validation.Labels);
        Assert.Equal(Enumerable.Range(0, 30).Except([9, 19, 29]), training.Pixels.Select(pixel => (int)pixel));
        Assert.Equal([18, 9], training.CountPerClass(2));
    }

    [Theory]
    [InlineData(0.1, 1000, 100)]
    [InlineData(0.3, 1000, 300)]
    [InlineData(0.25, 7, 1)]
    [InlineData(0.99, 100, 99)]
    public void A_class_gives_whole_pictures(double share, int pictures, int held)
    {
        Assert.Equal(held, ValidationSplit.Of(Split(new int[pictures]), share).Validation?.Count);
        Assert.Equal([held, 0, held], ValidationSplit.PerClass(Info([pictures, 0, pictures]), share));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    public void Where_no_picture_can_be_held_out_training_has_all(double share)
    {
        var split = Split([0, 0, 1, 1]);
        Assert.Equal((split, null), ValidationSplit.Of(split, share));
    }

    private static LabeledImages Split(int[] labels) => new(new ImageShape(1, 1, 1), [.. labels.Select((_, i) => (byte)i)], labels);

    [Fact]
    public void A_split_of_the_datasets_own_is_taken_whatever_the_share()
    {
        var (train, own) = (Split([0, 0, 1]), Split([1]));
        var dataset = new ImageDataset("own", ["a", "b"], train, Split([0])) { Validation = own };

        Assert.Equal((train, own), ValidationSplit.Of(dataset, 0));
        Assert.Equal((train, own), ValidationSplit.Of(dataset, 0.5));
        Assert.Equal([0, 1], ValidationSplit.PerClass(DatasetInfo.Describe(dataset), 0.5));
    }

    private static DatasetInfo Info(IReadOnlyList<int> pictures) =>
        new(
            "some",
            "",
            [.. pictures.Select((_, label) => $"{label}")],
            new ImageShape(1, 1, 1),
            new SplitInfo(pictures.Sum(), pictures),
            new SplitInfo(0, []));
}

using Glassy.Augmentation;
using Glassy.Datasets;
using Glassy.Imaging;
using Glassy.Runs;
using TorchSharp;

namespace Glassy.Tests.Augmentation;

[Collection(TorchTests.Name)]
public sealed class AugmenterTests
{
    private static readonly ImageShape Shape = new(9, 11, 1);

    [Fact]
    public void Shifts_are_whole_pixels_up_to_the_amount_each_as_often_as_any_other()
    {
        var places = Make("shift 2", 5000).Select(picture => Array.IndexOf(picture, byte.MaxValue)).ToList();
        Assert.All(places, place => Assert.InRange(place, 0, Shape.Length));
        var counts = places.CountBy(place => ((place / 11) - 4, (place % 11) - 5)).ToDictionary();
        Assert.Equal(25, counts.Count);
        Assert.All(counts, count => Assert.True(Math.Abs(count.Key.Item1) <= 2 && Math.Abs(count.Key.Item2) <= 2, $"{count.Key}"));
        Assert.All(counts.Values, count => Assert.InRange(count, 140, 260)); // 200 ± 4.3 standard deviations
    }

    [Fact]
    public void The_same_chance_gives_the_same_pictures_and_no_two_are_alike()
    {
        const string All = "shift 1 + rotate 20 + scale 0.2 + elastic 1";
        var first = Make(All, 40, seed: 3);
        Assert.Equal(first, Make(All, 40, seed: 3));
        Assert.NotEqual(first, Make(All, 40, seed: 4));
        Assert.Equal(40, first.Select(Convert.ToHexString).Distinct().Count());
    }

    [Theory]
    [InlineData("rotate 10")]
    [InlineData("scale 0.1")]
    [InlineData("elastic 0.5")]
    public void What_is_in_the_middle_stays_about_there(string amounts) => Assert.All(Make(amounts, 50), picture =>
    {
        var mass = picture.Sum(level => level);
        Assert.True(mass > 60, "the dot is gone");
        Assert.InRange(picture.Select((level, i) => (double)level * (i % 11)).Sum() / mass, 3, 7);
        Assert.InRange(picture.Select((level, i) => (double)level * (i / 11)).Sum() / mass, 2, 6);
    });

    [Fact]
    public void What_comes_from_beyond_the_edge_is_the_median_of_each_pictures_own_border()
    {
        byte[] bright = [.. Enumerable.Repeat((byte)230, Shape.Length)];
        byte[] dark = new byte[Shape.Length];
        bright[5] = dark[5] = 90; // a stroke that runs over the border
        bright[50] = dark[50] = 120;
        using var generator = new torch.Generator(1);
        var made = new Augmenter(
            new LabeledImages(Shape, [.. bright, .. dark], [0, 1]),
            AugmentationAmounts.Parse("shift 1 + rotate 30")).Make([1, 0, 1, 0], generator);
        Assert.All(made.Chunk(Shape.Length).Index(), picture => Assert.All(
            new[] { 0, 10, 88, 98 }, corner => Assert.Equal(picture.Index % 2 == 0 ? 0 : 230, picture.Item[corner])));
    }

    /// <summary>Pictures of one dot in the middle.</summary>
    private static byte[][] Make(string amounts, int count, ulong seed = 1)
    {
        var dot = new byte[Shape.Length];
        dot[(4 * 11) + 5] = byte.MaxValue;
        using var generator = new torch.Generator(seed);
        return [.. new Augmenter(new LabeledImages(Shape, dot, [0]), AugmentationAmounts.Parse(amounts))
            .Make(new long[count], generator)
            .Chunk(Shape.Length)];
    }
}

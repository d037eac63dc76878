using System.Numerics;
using Glassy.Datasets.Duplicates;
using Glassy.Imaging;

namespace Glassy.Tests.Datasets.Duplicates;

public sealed class PictureHashTests
{
    [Fact]
    public void A_wave_sets_the_bit_of_its_frequency()
    {
        var shape = new ImageShape(16, 32, 1);
        var picture = new byte[shape.Length];
        for (var i = 0; i < picture.Length; i++)
        {
            var across = Math.Cos(Math.PI * ((2 * (i % 32)) + 1) * 3 / 64);
            var down = Math.Cos(Math.PI * ((2 * (i / 32)) + 1) * 2 / 32);
            picture[i] = (byte)Math.Round(128 + (100 * across * down));
        }

        var bits = new PictureHash(shape).Of(picture);

        Assert.NotEqual(0UL, bits & (1UL << ((8 * 1) + 2))); // frequency 2 down, 3 across
        Assert.Equal(0UL, new PictureHash(shape).Of([.. picture.Select(level => (byte)(255 - level))]) & (1UL << ((8 * 1) + 2)));
    }

    [Fact]
    public void Half_of_the_bits_are_set()
    {
        var split = Blots.Split([.. Enumerable.Range(0, 50)]);

        Assert.All(
            Enumerable.Range(0, 50), i => Assert.Equal(32, BitOperations.PopCount(new PictureHash(Blots.Shape).Of(split.Image(i).Span))));
    }

    [Fact]
    public void Colours_count_by_their_sum()
    {
        var grey = Blots.Split([1]).Image(0).ToArray();
        byte[] colour = [.. grey.SelectMany(level => new[] { level, level, level })];

        Assert.Equal(new PictureHash(Blots.Shape).Of(grey), new PictureHash(Blots.Shape with { Channels = 3 }).Of(colour));
    }

    [Theory]
    [InlineData(8, 30)]
    [InlineData(30, 8)]
    public void Pictures_with_too_few_pixels_have_none(int height, int width) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PictureHash(new ImageShape(height, width, 1)));
}

using CsCheck;
using Glassy.Imaging;

namespace Glassy.Tests;

public sealed class ResamplerTests
{
    [Fact]
    public void Shrinking_averages_areas() =>
        Assert.Equal([4.0, 10.0], Resampler.Resize([0, 2, 4, 8, 10, 12, 4, 6, 8, 12, 10, 8], 2, 6, 1, 2));

    [Fact]
    public void Shrinking_weighs_by_overlap()
    {
        // Three samples to two: each target covers one and a half.
        var result = Resampler.Resize([3, 6, 9], 1, 3, 1, 2);
        Assert.Equal(4, result[0], 12);
        Assert.Equal(8, result[1], 12);
    }

    [Fact]
    public void Growing_is_bicubic_with_repeated_edges()
    {
        // By hand for 2 → 4, target 1: p = 0.25, distances 1.25 0.25 0.75 1.75, levels 0 0 100 100.
        // 1.25·0.75³ - 2.25·0.75² + 1 = 0.26171875; -0.75·1.75³ + 3.75·1.75² - 6·1.75 + 3 = -0.03515625.
        var result = Resampler.Resize([0, 100], 1, 2, 1, 4);
        Assert.Equal(22.65625, result[1], 10);
        Assert.Equal(77.34375, result[2], 10);
    }

    [Fact]
    public void The_same_size_changes_nothing() =>
        Assert.Equal([1.0, 2, 3, 4, 5, 6], Resampler.Resize([1, 2, 3, 4, 5, 6], 2, 3, 2, 3));

    [Fact]
    public void An_even_picture_stays_even()
    {
        var sizes = Gen.Int[1, 30];
        Gen.Select(sizes, sizes, sizes, sizes).Sample((height, width, newHeight, newWidth) =>
        {
            var levels = new double[height * width];
            Array.Fill(levels, 77);
            return Resampler.Resize(levels, height, width, newHeight, newWidth).All(level => Math.Abs(level - 77) < 1e-9);
        });
    }

    [Fact]
    public void Shrinking_keeps_the_mean()
    {
        var sizes = from size in Gen.Int[1, 20] from less in Gen.Int[0, size - 1] select (From: size, To: size - less);
        Gen.Select(sizes, sizes, Gen.Int[0, 999]).Sample((rows, columns, seed) =>
        {
            var random = new Random(seed);
            var levels = Enumerable.Range(0, rows.From * columns.From).Select(_ => random.NextDouble() * 255).ToArray();
            var result = Resampler.Resize(levels, rows.From, columns.From, rows.To, columns.To);
            return Math.Abs(levels.Average() - result.Average()) < 1e-9;
        });
    }

    [Fact]
    public void Channels_are_resized_each_by_itself()
    {
        byte[] pixels = [10, 0, 200, 30, 0, 100];
        Assert.Equal([20, 0, 150], Resampler.Resize(pixels, new ImageShape(1, 2, 3), new ImageShape(1, 1, 3)));
    }
}

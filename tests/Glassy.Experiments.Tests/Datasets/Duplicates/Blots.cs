using Glassy.Datasets;
using Glassy.Imaging;

namespace Glassy.Tests.Datasets.Duplicates;

/// <summary>Made-up pictures: soft blots at places that a number decides.</summary>
internal static class Blots
{
    public static ImageShape Shape { get; } = new(24, 20, 1);

    /// <summary>A picture for each number; the same number is the same picture.</summary>
    public static ImageDataset Dataset(int[] train, int[] test) => new("blots", ["a", "b"], Split(train), Split(test));

    public static LabeledImages Split(int[] numbers) =>
        new(Shape, [.. numbers.SelectMany(Picture)], [.. numbers.Select(number => number % 2)]);

    public static byte[] Changed(ReadOnlySpan<byte> picture, string how, int seed = 1)
    {
        var (random, levels) = (new Random(seed), picture.ToArray());
        return
        [
            .. levels.Select((level, i) => (byte)Math.Clamp(
                how switch
                {
                    "brighter" => level + 15,
                    "grainy" => level + random.Next(-5, 6),
                    "paler" => level * 0.7,
                    "shifted" => levels[(i + 3) % levels.Length],
                    _ => throw new ArgumentOutOfRangeException(nameof(how)),
                },
                0,
                255)),
        ];
    }

    private static byte[] Picture(int number)
    {
        var random = new Random(number);
        (double X, double Y, double Size)[] blots =
            [.. Enumerable.Range(0, 6)
                .Select(_ => (random.NextDouble() * Shape.Width, random.NextDouble() * Shape.Height, 2 + (3 * random.NextDouble())))];
        return
        [
            .. Enumerable.Range(0, Shape.Length).Select(i => (byte)Math.Min(
                200, blots.Sum(blot => 160 * Math.Exp(-((((i % Shape.Width) - blot.X) * ((i % Shape.Width) - blot.X))
                    + (((i / Shape.Width) - blot.Y) * ((i / Shape.Width) - blot.Y))) / (blot.Size * blot.Size))))),
        ];
    }
}

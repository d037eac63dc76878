using SkiaSharp;

namespace Glassy.Cards;

/// <summary>A picture in at most 256 colours: a byte a pixel is a quarter of the work to compress.</summary>
/// <param name="Colors">By index.</param>
/// <param name="Indices">[H, W].</param>
internal sealed record Palette(IReadOnlyList<SKColor> Colors, byte[] Indices)
{
    private const int Most = 256;

    /// <summary>Keeps the commonest colours; of the others, each becomes the nearest that is kept.</summary>
    /// <param name="pixels">[H, W] colours.</param>
    /// <param name="first">Colours that come first, in their order, used or not; at most 256.</param>
    public static Palette Of(SKColor[] pixels, IReadOnlyList<SKColor> first)
    {
        var counts = Runs(pixels).GroupBy(run => run.Color, run => run.Length).ToDictionary(runs => runs.Key, runs => runs.Sum());
        var common = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => (uint)pair.Key).Select(pair => pair.Key);
        List<SKColor> colors = [.. first, .. common.Except(first).Take(Most - first.Count)];
        var indexOf = counts.Keys.ToDictionary(color => color, color => (byte)Nearest(colors, color));
        var indices = new byte[pixels.Length];
        var at = 0;
        foreach (var (color, length) in Runs(pixels))
        {
            indices.AsSpan(at, length).Fill(indexOf[color]);
            at += length;
        }

        return new Palette(colors, indices);
    }

    /// <summary>Neighbours of one colour, in order: a flat picture has few.</summary>
    private static IEnumerable<(SKColor Color, int Length)> Runs(SKColor[] pixels)
    {
        for (var start = 0; start < pixels.Length;)
        {
            var end = start + 1;
            while (end < pixels.Length && pixels[end] == pixels[start])
            {
                end++;
            }

            yield return (pixels[start], end - start);
            start = end;
        }
    }

    private static int Nearest(List<SKColor> colors, SKColor color)
    {
        var nearest = 0;
        for (var i = 1; i < colors.Count; i++)
        {
            nearest = Distance(colors[i], color) < Distance(colors[nearest], color) ? i : nearest;
        }

        return nearest;
    }

    private static int Distance(SKColor a, SKColor b) =>
        ((a.Red - b.Red) * (a.Red - b.Red)) + ((a.Green - b.Green) * (a.Green - b.Green)) + ((a.Blue - b.Blue) * (a.Blue - b.Blue));
}

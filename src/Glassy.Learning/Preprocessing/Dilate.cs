using Glassy.Imaging;
using Glassy.Runs;

namespace Glassy.Preprocessing;

/// <summary>
/// Thicker ink: each pixel gets the brightest level of the 3×3 around it. Source: R. M. Haralick, S. R. Sternberg and X. Zhuang, "Image
/// Analysis Using Mathematical Morphology" (IEEE Transactions on Pattern Analysis and Machine Intelligence 9, 1987), grey-scale dilation.
/// </summary>
public sealed class Dilate : IPreprocessor
{
    public string Name => PreprocessingNames.Dilate;

    public string Description => "Thickens ink by one pixel on every side: each pixel gets the brightest level of the 3×3 around it.";

    public void Apply(ReadOnlySpan<byte> pixels, ImageShape shape, Span<byte> result) => Channels.Each(pixels, shape, result, Apply);

    private static void Apply(ReadOnlySpan<byte> levels, int height, int width, Span<byte> result)
    {
        var rows = new byte[levels.Length]; // the brightest of three in a row; then of three of these in a column
        for (var i = 0; i < levels.Length; i++)
        {
            var x = i % width;
            var brightest = Math.Max(levels[i], x > 0 ? levels[i - 1] : byte.MinValue);
            rows[i] = Math.Max(brightest, x < width - 1 ? levels[i + 1] : byte.MinValue);
        }

        for (var i = 0; i < levels.Length; i++)
        {
            var brightest = Math.Max(rows[i], i >= width ? rows[i - width] : byte.MinValue);
            result[i] = Math.Max(brightest, i < levels.Length - width ? rows[i + width] : byte.MinValue);
        }
    }
}

using Glassy.Imaging;
using Glassy.Runs;

namespace Glassy.Preprocessing;

/// <summary>
/// Upright ink: rows are shifted against one another until the ink's columns no longer depend on its rows, that is until the mixed second
/// central moment is 0. Source: Y. LeCun, L. Bottou, Y. Bengio and P. Haffner, "Gradient-Based Learning Applied to Document Recognition"
/// (Proceedings of the IEEE 86, 1998), section III ("deslanting"). They count each pixel of ink as 1; here it counts by its level.
/// </summary>
/// <remarks>
/// A picture is sheared about its centre of mass, a column x of row y by (y − centre) · μ_xy / μ_yy, with linear interpolation (bilinear;
/// rows stay rows). Ink that would leave the picture is cut off. A picture without ink, or with ink in one row, stays as it is.
/// </remarks>
public sealed class Deskew : IPreprocessor
{
    public string Name => PreprocessingNames.Deskew;

    public string Description => "Shears slanting ink upright, by the second moments of each picture's levels.";

    public void Apply(ReadOnlySpan<byte> pixels, ImageShape shape, Span<byte> result) => Channels.Each(pixels, shape, result, Apply);

    private static void Apply(ReadOnlySpan<byte> levels, int height, int width, Span<byte> result)
    {
        var (centre, slant) = SlantOf(levels, width);
        for (var y = 0; y < height; y++)
        {
            var row = levels.Slice(y * width, width);
            var shift = slant * (y - centre);
            for (var x = 0; x < width; x++)
            {
                result[(y * width) + x] = (byte)Math.Floor(Interpolated(row, x + shift) + 0.5);
            }
        }
    }

    /// <returns>The row of the centre of mass, and columns a row: 0 for upright ink, above 0 for ink that leans like a backslash.</returns>
    private static (double Centre, double Slant) SlantOf(ReadOnlySpan<byte> levels, int width)
    {
        var (mass, massY, massX) = (0L, 0L, 0L);
        for (var i = 0; i < levels.Length; i++)
        {
            mass += levels[i];
            massY += (long)levels[i] * (i / width);
            massX += (long)levels[i] * (i % width);
        }

        if (mass == 0)
        {
            return (0, 0);
        }

        var (centreY, centreX) = ((double)massY / mass, (double)massX / mass);
        var (mixed, vertical) = (0.0, 0.0);
        for (var i = 0; i < levels.Length; i++)
        {
            var y = (i / width) - centreY;
            mixed += levels[i] * y * ((i % width) - centreX);
            vertical += levels[i] * y * y;
        }

        return (centreY, vertical == 0 ? 0 : mixed / vertical);
    }

    private static double Interpolated(ReadOnlySpan<byte> row, double x)
    {
        var left = (int)Math.Floor(x);
        var share = x - left;
        return ((1 - share) * At(row, left)) + (share * At(row, left + 1));
    }

    private static int At(ReadOnlySpan<byte> row, int x) => x >= 0 && x < row.Length ? row[x] : 0;
}

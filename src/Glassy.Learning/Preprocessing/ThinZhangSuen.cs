using Glassy.Imaging;
using Glassy.Runs;

namespace Glassy.Preprocessing;

/// <summary>
/// Strokes to lines by two passes, which take borders from the south-east and from the north-west in turn. Source: T. Y. Zhang and
/// C. Y. Suen, "A Fast Parallel Algorithm for Thinning Digital Patterns" (Communications of the ACM 27, 1984). A grey picture is binarized
/// first (Otsu 1979).
/// </summary>
/// <remarks>
/// As published, with its known flaws: a component that is worn down to a square of 2×2 pixels vanishes, and lines may keep corners, that
/// is pixels which topology does not need. No hole comes or goes, and no component comes. Applied again it changes nothing.
/// </remarks>
public sealed class ThinZhangSuen : IPreprocessor
{
    private static readonly bool[] First = Neighbourhood.Table(
        around => IsBorder(around) && HasPaper(around, 2, 4, 6) && HasPaper(around, 4, 6, 8));
    private static readonly bool[] Second = Neighbourhood.Table(
        around => IsBorder(around) && HasPaper(around, 2, 4, 8) && HasPaper(around, 2, 6, 8));

    public string Name => PreprocessingNames.ThinZhangSuen;

    public string Description => "Thins strokes to lines by the algorithm of Zhang and Suen (1984).";

    public void Apply(ReadOnlySpan<byte> pixels, ImageShape shape, Span<byte> result) => Channels.Each(pixels, shape, result, Apply);

    private static void Apply(ReadOnlySpan<byte> levels, int height, int width, Span<byte> result)
    {
        var mask = new InkMask(levels, height, width);
        ParallelThinning.Thin(mask, First, Second);
        mask.CopyTo(result);
    }

    private static bool IsBorder(int around) => Neighbourhood.Ink(around) is >= 2 and <= 6 && Neighbourhood.Rises(around) == 1;

    private static bool HasPaper(int around, params ReadOnlySpan<int> numbers)
    {
        foreach (var number in numbers)
        {
            if (!Neighbourhood.Has(around, number))
            {
                return true;
            }
        }

        return false;
    }
}

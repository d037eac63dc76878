using Glassy.Imaging;
using Glassy.Runs;

namespace Glassy.Preprocessing;

/// <summary>
/// Strokes to lines by two passes, which take borders from the east and from the west in turn. Source: Z. Guo and R. W. Hall, "Parallel
/// Thinning with Two-Subiteration Algorithms" (Communications of the ACM 32, 1989), algorithm A1. A grey picture is binarized first
/// (Otsu 1979).
/// </summary>
/// <remarks>
/// Components of ink and holes stay as many as they were, and applied again it changes nothing. Strokes become one pixel wide, but
/// blocks of 2×2 can stay where lines meet, and a line's end may be two pixels beside each other.
/// </remarks>
public sealed class ThinGuoHall : IPreprocessor
{
    private static readonly bool[] First = Neighbourhood.Table(around => IsBorder(around) && !IsKept(around, 2));
    private static readonly bool[] Second = Neighbourhood.Table(around => IsBorder(around) && !IsKept(around, 6));

    public string Name => PreprocessingNames.ThinGuoHall;

    public string Description => "Thins strokes to lines by algorithm A1 of Guo and Hall (1989).";

    public void Apply(ReadOnlySpan<byte> pixels, ImageShape shape, Span<byte> result) => Channels.Each(pixels, shape, result, Apply);

    private static void Apply(ReadOnlySpan<byte> levels, int height, int width, Span<byte> result)
    {
        var mask = new InkMask(levels, height, width);
        Thin(mask);
        mask.CopyTo(result);
    }

    /// <param name="mask">Is changed.</param>
    internal static void Thin(InkMask mask) => ParallelThinning.Thin(mask, First, Second);

    /// <summary>C(P1) = 1 and 2 ≤ N(P1) ≤ 3, where N is the lesser of two ways to count neighbours in pairs.</summary>
    private static bool IsBorder(int around) =>
        Neighbourhood.Hilditch(around) == 1
        && Math.Min(Pairs(around, 9, 3, 5, 7), Pairs(around, 3, 5, 7, 9)) is 2 or 3;

    /// <summary>How many pairs have ink: each of P2, P4, P6, P8 with the corner given for it.</summary>
    private static int Pairs(int around, params ReadOnlySpan<int> corners)
    {
        var pairs = 0;
        for (var i = 0; i < corners.Length; i++)
        {
            pairs += Neighbourhood.Has(around, 2 + (2 * i)) || Neighbourhood.Has(around, corners[i]) ? 1 : 0;
        }

        return pairs;
    }

    /// <summary>(P2 ∨ P3 ∨ ¬P5) ∧ P4; from 6 on the same, turned by half: (P6 ∨ P7 ∨ ¬P9) ∧ P8.</summary>
    private static bool IsKept(int around, int from) =>
        (Neighbourhood.Has(around, from) || Neighbourhood.Has(around, from + 1) || !Neighbourhood.Has(around, from + 3))
        && Neighbourhood.Has(around, from + 2);
}

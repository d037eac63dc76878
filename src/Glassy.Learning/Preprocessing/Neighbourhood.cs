using System.Numerics;

namespace Glassy.Preprocessing;

/// <summary>
/// Which of a pixel's eight neighbours are ink, as a number 0..255: bit 0 is the one above, then clockwise. Papers on thinning call them
/// P2 (above), P3 (above right) … P9 (above left), as this does. Ink is connected over corners too, paper over edges alone.
/// </summary>
internal static class Neighbourhood
{
    /// <summary>How many there are.</summary>
    public const int Count = 256;

    private static readonly bool[] Simple = Table(around => Hilditch(around) == 1);

    /// <summary>What is true of which neighbourhoods.</summary>
    /// <returns>[256].</returns>
    public static bool[] Table(Func<int, bool> holds) => [.. Enumerable.Range(0, Count).Select(holds)];

    /// <param name="around">The neighbourhood.</param>
    /// <param name="number">2..9, the neighbour's number in papers.</param>
    public static bool Has(int around, int number) => ((around >> (number - 2)) & 1) == 1;

    /// <summary>How many neighbours are ink.</summary>
    public static int Ink(int around) => BitOperations.PopCount((uint)around);

    /// <summary>
    /// Whether the pixel between can become paper without a change of topology: no component of ink, no hole comes, goes or parts.
    /// </summary>
    public static bool IsSimple(int around) => Simple[around];

    /// <summary>How often paper is followed by ink, clockwise: A(P1) of Zhang and Suen.</summary>
    public static int Rises(int around) => BitOperations.PopCount((uint)(~around & Clockwise(around) & 0xff));

    /// <summary>
    /// How many components of ink there are around, those that touch only over the pixel between counted apart, when it has paper beside
    /// it; else 0. Source: C. J. Hilditch, "Linear Skeletons from Square Cupboards" (Machine Intelligence 4, 1969); C(P1) of Guo and Hall.
    /// </summary>
    public static int Hilditch(int around)
    {
        var number = 0;
        for (var side = 0; side < 8; side += 2)
        {
            var (corner, next) = (around >> (side + 1), around >> ((side + 2) % 8));
            number += ~(around >> side) & (corner | next) & 1;
        }

        return number;
    }

    /// <summary>Each bit is the neighbour clockwise of the one that it was.</summary>
    private static int Clockwise(int around) => ((around >> 1) | (around << 7)) & 0xff;
}

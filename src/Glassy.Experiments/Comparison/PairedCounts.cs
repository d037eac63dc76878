namespace Glassy.Comparison;

/// <summary>How often each of two runs is right on the same pictures.</summary>
/// <param name="BothRight">Both are right.</param>
/// <param name="Broken">The first alone is right: what the second breaks.</param>
/// <param name="Repaired">The second alone is right: what it repairs.</param>
/// <param name="BothWrong">Neither is right.</param>
public sealed record PairedCounts(int BothRight, int Broken, int Repaired, int BothWrong)
{
    /// <summary>All pictures.</summary>
    public int Total => BothRight + Broken + Repaired + BothWrong;

    /// <summary>Pictures on which exactly one is right.</summary>
    public int Discordant => Broken + Repaired;

    /// <summary>Pictures on which the first is right.</summary>
    public int CorrectA => BothRight + Broken;

    /// <summary>Pictures on which the second is right.</summary>
    public int CorrectB => BothRight + Repaired;

    /// <param name="pairs">Whether the first and whether the second is right, picture by picture.</param>
    public static PairedCounts Of(IEnumerable<(bool A, bool B)> pairs)
    {
        var cells = new int[4];
        foreach (var (a, b) in pairs)
        {
            cells[(a ? 0 : 2) + (b ? 0 : 1)]++;
        }

        return new PairedCounts(cells[0], cells[1], cells[2], cells[3]);
    }
}

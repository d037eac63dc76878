using static System.FormattableString;

namespace Glassy.Comparison;

/// <summary>
/// How often a dataset's test split was looked at: the more often, the less its figures say of pictures that nobody has seen.
/// </summary>
/// <param name="Scores">Runs that were scored on it, each once.</param>
/// <param name="Comparisons">Comparisons of runs on it, each with its gates.</param>
public sealed record LookCount(int Scores, int Comparisons)
{
    public int Total => Scores + Comparisons;

    /// <summary><c>5 times: 4 runs scored, 1 comparison</c>.</summary>
    public override string ToString() => $"{Counted(Total, "time")}: {Counted(Scores, "run")} scored, {Counted(Comparisons, "comparison")}";

    private static string Counted(int count, string what) => Invariant($"{count:N0} {what}{(count == 1 ? "" : "s")}");
}

using static System.FormattableString;

namespace Glassy.Comparison;

/// <summary>Whether the second of two runs is shown to be worse than the first.</summary>
/// <remarks>
/// It is where the paired 95% interval of the difference (<see cref="PairedProportion"/>) lies below 0 altogether. A run that passes is not
/// shown to be no worse: for that there is <see cref="NonInferiority"/>.
/// </remarks>
public static class Regression
{
    /// <param name="counts">Of base and head on the same pictures.</param>
    public static GateVerdict Check(PairedCounts counts)
    {
        var difference = new PairedProportion(counts);
        var passes = difference.Interval.High >= 0;
        var found = Invariant($"of {counts.Total} pictures {counts.Broken} broken and {counts.Repaired} repaired: ")
            + $"{PairedProportion.Points(difference.Difference)} points, 95% interval {difference.IntervalInPoints} (Tango)";
        return new GateVerdict(passes, passes ? $"accuracy is not shown to be worse: {found}" : $"accuracy is worse: {found}");
    }
}

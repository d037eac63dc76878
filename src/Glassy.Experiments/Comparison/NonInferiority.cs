using static System.FormattableString;

namespace Glassy.Comparison;

/// <summary>Whether the second of two runs is shown to be no worse than the first, but for a margin.</summary>
/// <remarks>
/// Passes where the lower end of the paired 95 % interval of the difference is above −margin: a one-sided score test at 2.5 %
/// (Tango 1998, as in <see cref="PairedProportion"/>). That a test finds no significant difference shows nothing of the kind: with few
/// pictures it never finds one.
/// </remarks>
public static class NonInferiority
{
    /// <param name="counts">Of base and head on the same pictures.</param>
    /// <param name="margin">Share of the pictures, 0 or more and below 1: 0.005 allows half a percentage point.</param>
    /// <exception cref="ArgumentOutOfRangeException">The margin is not of that range.</exception>
    public static GateVerdict Check(PairedCounts counts, double margin)
    {
        if (!(margin >= 0 && margin < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "expected a share of the pictures, 0 or more and below 1");
        }

        var difference = new PairedProportion(counts);
        var passes = difference.Interval.Low > -margin;
        var found = Invariant($"of {counts.Total} pictures {counts.Broken} broken and {counts.Repaired} repaired: ")
            + $"{PairedProportion.Points(difference.Difference)} points, 95% interval {difference.IntervalInPoints} (Tango)";
        return new GateVerdict(passes, passes
            ? $"accuracy is at most {PairedProportion.Points(margin)} points worse: {found}"
            : $"accuracy is not shown to be at most {PairedProportion.Points(margin)} points worse: {found}, "
                + $"whose lower end would have to be above {PairedProportion.Points(-margin)}");
    }
}

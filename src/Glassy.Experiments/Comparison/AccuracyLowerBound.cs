using System.Globalization;
using Glassy.Metrics;
using static System.FormattableString;

namespace Glassy.Comparison;

/// <summary>Whether a run's accuracy is shown to reach a bound.</summary>
public static class AccuracyLowerBound
{
    /// <summary>Passes where the lower end of Wilson's 95% interval is at least the bound.</summary>
    /// <param name="accuracy">Pictures right of all.</param>
    /// <param name="bound">0..1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not within 0..1.</exception>
    public static GateVerdict Check(Proportion accuracy, double bound)
    {
        if (!(bound >= 0 && bound <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(bound), bound, "expected a share, 0..1");
        }

        var passes = accuracy.Low >= bound;
        var found = Invariant($"{accuracy.Successes} of {accuracy.Total} pictures right")
            + $": {Percent(accuracy.Value)}, 95% interval {Percent(accuracy.Low)} to {Percent(accuracy.High)} (Wilson)";
        return new GateVerdict(passes, passes
            ? $"accuracy is at least {Percent(bound)}: {found}"
            : $"accuracy is not shown to be at least {Percent(bound)}: {found}, whose lower end would have to reach it");
    }

    private static string Percent(double share) => (share * 100).ToString("0.00#", CultureInfo.InvariantCulture) + "%";
}

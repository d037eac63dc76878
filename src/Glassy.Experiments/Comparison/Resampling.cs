using Glassy.Metrics;

namespace Glassy.Comparison;

/// <summary>How a bootstrap draws: the same seed and count give the same interval, to the bit.</summary>
/// <remarks>Source: B. Efron 1979, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7; percentile interval as in
/// B. Efron and R. Tibshirani 1993, "An introduction to the bootstrap", chapter 13.</remarks>
/// <param name="Count">How many samples are drawn, 1 or more.</param>
/// <param name="Seed">Of SplitMix64.</param>
public sealed record Resampling(int Count, ulong Seed)
{
    /// <summary>The share of draws beyond each end of an interval at 95 %.</summary>
    internal const double Beyond = 0.025;

    /// <summary>2,000 samples.</summary>
    public static Resampling Default { get; } = new(2000, 1);

    /// <summary>Draws as many as there are places, with replacement.</summary>
    /// <param name="counts">[N] how often each was drawn; sums to N.</param>
    internal static void Draw(SplitMix64 generator, Span<int> counts)
    {
        counts.Clear();
        for (var i = 0; i < counts.Length; i++)
        {
            counts[generator.Below(counts.Length)]++;
        }
    }

    /// <summary>From the 2.5th to the 97.5th percentile, between two values in proportion (definition 7 of Hyndman and Fan 1996).</summary>
    /// <param name="values">At least one; sorted here.</param>
    /// <param name="beyond">The share beyond each end: for other percentiles than these.</param>
    internal static Interval Percentiles(double[] values, double beyond = Beyond)
    {
        Array.Sort(values);
        return new Interval(Quantile(values, beyond), Quantile(values, 1 - beyond));
    }

    private static double Quantile(double[] sorted, double share)
    {
        var place = (sorted.Length - 1) * share;
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}

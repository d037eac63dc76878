namespace Glassy.Comparison;

/// <summary>One figure of two recipes, trained with the same seeds: the second minus the first, seed by seed.</summary>
/// <param name="Seeds">The seeds that both have, ascending.</param>
/// <param name="Differences">[seeds] in their order.</param>
/// <param name="Summary">Of the differences; its interval holds the chance of training alone, not that of the pictures.</param>
/// <param name="P">
/// Two-sided, of the paired t test that the mean difference is 0; null for one seed, and where all differences are alike: how seeds scatter
/// is then not known, and the summary has no interval either.
/// </param>
/// <param name="Unpaired">Seeds that only one of them has, ascending: left out.</param>
public sealed record PairedSeeds(
    IReadOnlyList<int> Seeds, IReadOnlyList<double> Differences, SeedSummary Summary, double? P, IReadOnlyList<int> Unpaired)
{
    private const double LeastScatter = 1e-12; // differences of shares that are alike differ in their last bits

    /// <param name="a">The first recipe's values by seed.</param>
    /// <param name="b">The second recipe's values by seed.</param>
    /// <exception cref="ArgumentException">They have no seed in common.</exception>
    public static PairedSeeds Of(IReadOnlyDictionary<int, double> a, IReadOnlyDictionary<int, double> b)
    {
        int[] seeds = [.. a.Keys.Where(b.ContainsKey).Order()];
        if (seeds.Length == 0)
        {
            throw new ArgumentException(
                $"The recipes have no seed in common: {List(a.Keys)} and {List(b.Keys)}; train both with the same.");
        }

        double[] differences = [.. seeds.Select(seed => b[seed] - a[seed])];
        var summary = SeedSummary.Of(differences);
        if (differences.Max() - differences.Min() < LeastScatter)
        {
            summary = summary with { StandardDeviation = differences.Length == 1 ? null : 0, Interval = null };
        }

        int[] unpaired = [.. a.Keys.Union(b.Keys).Except(seeds).Order()];
        return new PairedSeeds(seeds, differences, summary, PValue(summary), unpaired);
    }

    private static string List(IEnumerable<int> seeds) => string.Join(", ", seeds.Order());

    private static double? PValue(SeedSummary summary) => summary.StandardDeviation is > 0 and var deviation
        ? StudentT.TwoSidedP(summary.Mean * Math.Sqrt(summary.Count) / deviation, summary.Count - 1)
        : null;
}

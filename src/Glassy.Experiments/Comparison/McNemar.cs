namespace Glassy.Comparison;

/// <summary>
/// McNemar's test of whether two runs are right equally often on the same pictures: only those that one alone has right count.
/// </summary>
/// <param name="Exact">
/// Two-sided p of the exact conditional test, 0..1. It is conservative: of runs alike it calls fewer different than it says.
/// </param>
/// <param name="MidP">
/// Two-sided mid-p, 0..1: of the observed outcome only half the probability counts. Close to its level without being conservative.
/// </param>
/// <remarks>
/// With m the smaller of b broken and c repaired, n = b + c and X binomial(n, ½): exact p = 2·P(X ≤ m), at most 1, mid-p = exact p −
/// P(X = m), and 1 − ½·P(X = m) where b = c; both are 1 where nothing is discordant. Sources: Q. McNemar 1947, "Note on the sampling error
/// of the difference between correlated proportions or percentages", Psychometrika 12; T. G. Dietterich 1998, "Approximate statistical
/// tests for comparing supervised classification learning algorithms", Neural Computation 10; M. W. Fagerland, S. Lydersen and P. Laake
/// 2013, "The McNemar test for binary matched-pairs data: mid-p and asymptotic are better than exact conditional", BMC Medical Research
/// Methodology 13. The test holds the chance of the pictures for these two trained models, not that of training again.
/// </remarks>
public sealed record McNemar(double Exact, double MidP)
{
    public static McNemar Of(PairedCounts counts)
    {
        var (tosses, fewer) = (counts.Discordant, Math.Min(counts.Broken, counts.Repaired));
        if (tosses == 0)
        {
            return new McNemar(1, 1);
        }

        var observed = FairCoin.Probability(tosses, fewer);
        if (counts.Broken == counts.Repaired)
        {
            return new McNemar(1, 1 - (observed / 2));
        }

        var exact = Math.Min(1, 2 * FairCoin.AtMost(tosses, fewer));
        return new McNemar(exact, exact - observed);
    }
}

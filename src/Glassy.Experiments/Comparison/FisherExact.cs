namespace Glassy.Comparison;

/// <summary>Fisher's exact test of two shares that were counted on different pictures.</summary>
/// <remarks>
/// Source: R. A. Fisher 1935, "The logic of inductive inference", Journal of the Royal Statistical Society 98; two-sided as R's
/// <c>fisher.test</c>: all tables with these sums that are no more probable. Products and sums alone, relative to the most probable table.
/// </remarks>
internal static class FisherExact
{
    /// <summary>Tables whose probabilities differ by less are equally probable.</summary>
    private const double Tolerance = 1e-7;

    /// <param name="right">Right of the first, 0..<paramref name="count"/>.</param>
    /// <param name="count">Pictures of the first.</param>
    /// <param name="otherRight">Right of the second, likewise.</param>
    /// <param name="otherCount">Pictures of the second.</param>
    /// <returns>p, 0..1.</returns>
    public static double P(int right, int count, int otherRight, int otherCount)
    {
        var all = right + otherRight;
        var (least, most) = (Math.Max(0, all - otherCount), Math.Min(all, count));
        var mode = Math.Clamp((int)((all + 1L) * (count + 1L) / (count + otherCount + 2L)), least, most);
        var weights = new double[most - least + 1];
        weights[mode - least] = 1;
        for (var k = mode; k < most; k++)
        {
            weights[k + 1 - least] = weights[k - least] * Ratio(k);
        }

        for (var k = mode; k > least; k--)
        {
            weights[k - 1 - least] = weights[k - least] / Ratio(k - 1);
        }

        var limit = weights[right - least] * (1 + Tolerance);
        return Math.Min(1, weights.Where(weight => weight <= limit).Sum() / weights.Sum());

        // How many times more probable one right picture more in the first is.
        double Ratio(int k) => (double)(count - k) / (k + 1) * (all - k) / (otherCount - all + k + 1);
    }
}

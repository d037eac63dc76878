namespace Glassy.Comparison;

/// <summary>The binomial distribution with probability one half.</summary>
/// <remarks>
/// Products and sums alone, no logarithm of the gamma function: IEEE 754 rounds these alike everywhere, so the last digit is the same
/// on each machine, and large counts neither overflow nor lose digits (relative error below 1e-13 at 10,000 tosses).
/// </remarks>
internal static class FairCoin
{
    private const double Negligible = 1e-18;

    /// <summary>The probability of exactly so many heads: C(n, k) / 2ⁿ.</summary>
    /// <param name="tosses">n, 0 or more.</param>
    /// <param name="heads">k, 0..n/2.</param>
    public static double Probability(int tosses, int heads)
    {
        var (product, halvings) = (1.0, tosses);
        for (var i = 1; i <= heads; i++)
        {
            product *= (double)(tosses - heads + i) / i;
            for (; product > 1 && halvings > 0; halvings--)
            {
                product /= 2;
            }
        }

        return Math.ScaleB(product, -halvings);
    }

    /// <summary>The probability of so many heads or fewer.</summary>
    /// <inheritdoc cref="Probability"/>
    public static double AtMost(int tosses, int heads)
    {
        var term = Probability(tosses, heads);
        var sum = term;
        for (var k = heads; k > 0 && term > sum * Negligible; k--)
        {
            term *= (double)k / (tosses - k + 1);
            sum += term;
        }

        return sum;
    }
}

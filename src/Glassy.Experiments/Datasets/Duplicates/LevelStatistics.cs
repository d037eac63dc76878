namespace Glassy.Datasets.Duplicates;

/// <summary>What of a picture's levels decides how they correlate with another's.</summary>
/// <param name="Count">How many levels.</param>
/// <param name="Sum">Of all levels.</param>
/// <param name="Squares">Sum of their squares.</param>
internal readonly record struct LevelStatistics(int Count, long Sum, long Squares)
{
    /// <summary>The sum of squared differences from their mean; 0 when all are the same.</summary>
    public double Spread => (double)(((Int128)Squares * Count) - ((Int128)Sum * Sum)) / Count;

    public static LevelStatistics Of(ReadOnlySpan<byte> levels)
    {
        var (sum, squares) = (0L, 0L);
        foreach (var level in levels)
        {
            sum += level;
            squares += level * level;
        }

        return new LevelStatistics(levels.Length, sum, squares);
    }

    /// <summary>Pearson's correlation, −1..1: brighter, darker and with another contrast, a picture is still the same.</summary>
    /// <param name="other">Of as many levels; neither picture is of one level alone.</param>
    /// <param name="squaredDistance">The sum of squared differences between the two, from which the sum of products follows.</param>
    public double CorrelationWith(LevelStatistics other, long squaredDistance)
    {
        var products = (Squares + other.Squares - squaredDistance) / 2.0;
        return (products - ((double)Sum * other.Sum / Count)) / Math.Sqrt(Spread * other.Spread);
    }
}

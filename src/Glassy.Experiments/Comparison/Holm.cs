namespace Glassy.Comparison;

/// <summary>Holm's step-down correction for several tests at once.</summary>
/// <remarks>
/// Source: S. Holm 1979, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6.
/// </remarks>
public static class Holm
{
    /// <summary>
    /// p values to compare with the level as they are: the chance of calling any true hypothesis false stays at most that level. The
    /// k-th smallest of m becomes the largest of (m − j + 1)·p over the j-th smallest, j ≤ k, and at most 1.
    /// </summary>
    /// <param name="p">Each 0..1.</param>
    /// <returns>In the order given.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A p is not within 0..1.</exception>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> p)
    {
        if (p.FirstOrDefault(value => !(value >= 0 && value <= 1)) is var wrong && !(wrong >= 0 && wrong <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), wrong, "expected p values within 0..1");
        }

        var adjusted = new double[p.Count];
        var largest = 0.0;
        foreach (var (rank, i) in Enumerable.Range(0, p.Count).OrderBy(i => p[i]).Index())
        {
            largest = Math.Max(largest, (p.Count - rank) * p[i]);
            adjusted[i] = Math.Min(1, largest);
        }

        return adjusted;
    }
}

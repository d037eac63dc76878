namespace Glassy.Preprocessing;

/// <summary>
/// The level that parts ink from paper best: it makes the variance between the two classes largest. Source: N. Otsu, "A Threshold
/// Selection Method from Gray-Level Histograms" (IEEE Transactions on Systems, Man, and Cybernetics 9, 1979).
/// </summary>
internal static class OtsuThreshold
{
    /// <summary>A picture of one level has no two classes: it is all ink from 128 on, else all paper.</summary>
    private const int Middle = 127;

    /// <param name="levels">[N] levels, 0..255.</param>
    /// <returns>0..254: what is above it is ink. Of thresholds that are equally good the lowest.</returns>
    public static int Of(ReadOnlySpan<byte> levels)
    {
        Span<int> histogram = stackalloc int[256];
        histogram.Clear();
        var total = 0L;
        foreach (var level in levels)
        {
            histogram[level]++;
            total += level;
        }

        var (threshold, best) = (Middle, 0.0);
        var (count, sum) = (0L, 0L);
        for (var level = 0; level < 255; level++)
        {
            count += histogram[level];
            sum += (long)level * histogram[level];
            if (histogram[level] == 0 || count == levels.Length)
            {
                continue; // no other classes than before
            }

            // The variance between the classes times N²: n0·n1·(mean0 − mean1)².
            var (others, difference) = (levels.Length - count, ((double)sum * levels.Length) - ((double)total * count));
            var variance = difference / count * (difference / others);
            if (variance > best)
            {
                (threshold, best) = (level, variance);
            }
        }

        return threshold;
    }
}

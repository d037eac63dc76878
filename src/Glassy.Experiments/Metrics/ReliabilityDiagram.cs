namespace Glassy.Metrics;

/// <summary>Whether a model is right as often as it says: confidence (the highest probability) against accuracy, in bins.</summary>
/// <param name="ExpectedCalibrationError">ECE, 0..1: the bins' |accuracy − confidence|, weighted by how many predictions they hold.</param>
/// <param name="Bins">From the least to the most confident.</param>
/// <remarks>
/// Source: Naeini, Cooper and Hauskrecht 2015, AAAI; Guo, Pleiss, Sun and Weinberger 2017, "On calibration of modern neural
/// networks", ICML, with 15 bins as there.
/// </remarks>
public sealed record ReliabilityDiagram(double ExpectedCalibrationError, IReadOnlyList<ReliabilityBin> Bins)
{
    /// <summary>How many bins there are.</summary>
    public const int BinCount = 15;

    /// <summary>Bins ((m−1)/15, m/15], empty ones included, as Guo et al. have them.</summary>
    /// <param name="predictions">At least one.</param>
    public static ReliabilityDiagram EqualWidth(IReadOnlyList<Prediction> predictions)
    {
        var byBin = predictions.ToLookup(prediction => BinOf(prediction.Confidence, BinCount));
        return Of(Enumerable.Range(0, BinCount).Select(bin =>
            BinFrom((double)bin / BinCount, (double)(bin + 1) / BinCount, [.. byBin[bin]])));
    }

    /// <summary>
    /// Bins of as many predictions each; where 15 do not divide them, the first bins hold one more. Fewer than 15 predictions make a bin each.
    /// </summary>
    /// <remarks>
    /// Source: Nguyen and O'Connor 2015, "Posterior calibration and exploratory analysis", EMNLP. Equal confidences stay in
    /// the split's order.
    /// </remarks>
    /// <param name="predictions">At least one, in the split's order.</param>
    public static ReliabilityDiagram EqualMass(IReadOnlyList<Prediction> predictions)
    {
        var sorted = predictions.OrderBy(prediction => prediction.Confidence).ToList(); // a stable sort
        var (size, larger) = Math.DivRem(sorted.Count, BinCount);
        var bins = Enumerable.Range(0, Math.Min(BinCount, sorted.Count)).Select(bin =>
        {
            var members = sorted.GetRange((bin * size) + Math.Min(bin, larger), size + (bin < larger ? 1 : 0));
            return BinFrom(members[0].Confidence, members[^1].Confidence, members);
        });
        return Of(bins);
    }

    /// <summary>The bin of a confidence, 0-based, among bins of equal width from 0 to 1: each holds its upper end; 0 is in the first.</summary>
    public static int BinOf(double confidence, int bins)
    {
        var bin = 0;
        while (bin < bins - 1 && confidence > (double)(bin + 1) / bins)
        {
            bin++;
        }

        return bin;
    }

    private static ReliabilityBin BinFrom(double low, double high, List<Prediction> members) => new(
        low,
        high,
        members.Count,
        members.Count == 0 ? null : members.Average(prediction => prediction.Confidence),
        new Proportion(members.Count(prediction => prediction.IsCorrect), members.Count));

    private static ReliabilityDiagram Of(IEnumerable<ReliabilityBin> bins)
    {
        var all = bins.ToArray();
        double total = all.Sum(bin => bin.Count);
        return new ReliabilityDiagram(all.Sum(bin => bin.Count / total * Math.Abs(bin.Gap ?? 0)), all);
    }
}

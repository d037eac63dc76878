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
    /// <summary>How many bins there are at most.</summary>
    public const int BinCount = 15;

    /// <summary>Of fewer predictions a bin of equal mass says more of chance than of calibration.</summary>
    public const int LeastInBin = 30;

    /// <summary>Bins ((m−1)/15, m/15], empty ones included, as Guo et al. have them.</summary>
    /// <param name="predictions">At least one.</param>
    public static ReliabilityDiagram EqualWidth(IReadOnlyList<Prediction> predictions)
    {
        var byBin = predictions.ToLookup(prediction => BinOf(prediction.Confidence, BinCount));
        return Of(Enumerable.Range(0, BinCount).Select(bin =>
            BinFrom((double)bin / BinCount, (double)(bin + 1) / BinCount, [.. byBin[bin]])));
    }

    /// <summary>
    /// Bins of about as many predictions each: at most fifteen, each of <see cref="LeastInBin"/> or more where there are so many.
    /// Predictions of one confidence are not parted, so that their order cannot matter.
    /// </summary>
    /// <remarks>Source: Nguyen and O'Connor 2015, "Posterior calibration and exploratory analysis", EMNLP.</remarks>
    /// <param name="predictions">At least one.</param>
    public static ReliabilityDiagram EqualMass(IReadOnlyList<Prediction> predictions)
    {
        var sorted = predictions.OrderBy(prediction => prediction.Confidence).ToList();
        var (bins, begin) = (new List<ReliabilityBin>(), 0);
        for (var end = 1; end <= sorted.Count; end++)
        {
            var isParted = end == sorted.Count || sorted[end].Confidence > sorted[end - 1].Confidence;
            if (isParted && IsBin(end - begin, sorted.Count - end, sorted.Count))
            {
                bins.Add(BinFrom(sorted[begin].Confidence, sorted[end - 1].Confidence, sorted.GetRange(begin, end - begin)));
                begin = end;
            }
        }

        return Of(bins);
    }

    /// <summary>Whether some predictions are a bin of equal mass.</summary>
    /// <param name="count">How many they are.</param>
    /// <param name="left">How many are more confident.</param>
    /// <param name="total">How many there are in all.</param>
    internal static bool IsBin(int count, int left, int total) =>
        left == 0 || (count >= LeastInBin && count * BinCount >= total && left >= LeastInBin);

    /// <summary>
    /// The bin of a confidence, 0-based, among bins of equal width from 0 to 1: each holds its upper end; 0 is in the first.
    /// </summary>
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

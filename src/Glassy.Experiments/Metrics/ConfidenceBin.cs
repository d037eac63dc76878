namespace Glassy.Metrics;

/// <summary>How many predictions have a confidence within (<paramref name="Low"/>, <paramref name="High"/>].</summary>
/// <param name="Low">0..1; the first bin holds 0 as well.</param>
/// <param name="High">0..1.</param>
/// <param name="Right">Those that are right.</param>
/// <param name="Wrong">Those that are wrong.</param>
public sealed record ConfidenceBin(double Low, double High, int Right, int Wrong)
{
    private const int BinCount = 20;

    /// <summary>Twenty bins of equal width from 0 to 1.</summary>
    public static IReadOnlyList<ConfidenceBin> Of(IReadOnlyList<Prediction> predictions)
    {
        var (right, wrong) = (new int[BinCount], new int[BinCount]);
        foreach (var prediction in predictions)
        {
            (prediction.IsCorrect ? right : wrong)[ReliabilityDiagram.BinOf(prediction.Confidence, BinCount)]++;
        }

        return [.. right.Zip(wrong, (r, w) => (r, w))
            .Select((counts, bin) => new ConfidenceBin((double)bin / BinCount, (double)(bin + 1) / BinCount, counts.r, counts.w))];
    }
}

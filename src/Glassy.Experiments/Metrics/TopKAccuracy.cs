namespace Glassy.Metrics;

/// <summary>
/// How often the true class is among the <paramref name="K"/> most probable (Russakovsky et al. 2015, "ImageNet", IJCV 115).
/// </summary>
/// <param name="K">1 or more.</param>
/// <param name="Accuracy">Of all test pictures.</param>
public sealed record TopKAccuracy(int K, Proportion Accuracy)
{
    private static readonly int[] Usual = [2, 3, 5, 10];

    /// <summary>The k worth naming: 2, 3 and 5, with 20 classes 10 too; fewer than there are classes.</summary>
    public static IReadOnlyList<TopKAccuracy> Of(IReadOnlyList<Prediction> predictions, int classes) =>
        [.. WorthNaming(classes).Select(k => Of(predictions, k, RankOfTruth))];

    /// <summary>The k of <see cref="Of(IReadOnlyList{Prediction}, int)"/>, ascending.</summary>
    public static IEnumerable<int> WorthNaming(int classes) => Usual.Where(k => k < classes && (k < 10 || classes >= 20));

    /// <summary>
    /// How many classes come before the true one; among equals the lower index comes first, as for the prediction itself.
    /// </summary>
    public static int RankOfTruth(Prediction prediction)
    {
        var (values, truth) = (prediction.LogProbabilities, prediction.Label);
        var before = 0;
        for (var c = 0; c < values.Count; c++)
        {
            before += values[c] > values[truth] || (values[c] == values[truth] && c < truth) ? 1 : 0;
        }

        return before;
    }

    private static TopKAccuracy Of(IReadOnlyList<Prediction> predictions, int k, Func<Prediction, int> rank) =>
        new(k, new Proportion(predictions.Count(prediction => rank(prediction) < k), predictions.Count));
}

using Glassy.Metrics;

namespace Glassy.Comparison;

/// <summary>
/// Everything that a page says of one run against another on the same pictures; all intervals hold the chance of the pictures alone.
/// </summary>
/// <param name="Counts">How often each is right.</param>
/// <param name="McNemar">Whether they are right equally often.</param>
/// <param name="Accuracy">The difference of their accuracies.</param>
/// <param name="Figures">Accuracy first, then each figure of the report that both runs have.</param>
/// <param name="Recalls">[classes] in label order: the difference on the pictures of each class.</param>
/// <param name="Confusion">
/// [classes][classes] counts of the second minus the first: rows truth, columns prediction; each row sums to 0.
/// </param>
/// <param name="Repaired">Indices of the pictures that the second alone has right, ascending.</param>
/// <param name="Broken">Indices of the pictures that the first alone has right, ascending.</param>
public sealed record RunComparison(
    PairedCounts Counts,
    McNemar McNemar,
    PairedProportion Accuracy,
    IReadOnlyList<FigureDifference> Figures,
    IReadOnlyList<PairedProportion> Recalls,
    IReadOnlyList<IReadOnlyList<int>> Confusion,
    IReadOnlyList<int> Repaired,
    IReadOnlyList<int> Broken)
{
    /// <param name="pair">What both say.</param>
    /// <param name="resampling">How intervals without a formula are drawn.</param>
    public static RunComparison Of(PairedPredictions pair, Resampling resampling) => new(
        pair.Counts,
        McNemar.Of(pair.Counts),
        new PairedProportion(pair.Counts),
        [
            Share(SampledFigures.Accuracy.Name, pair.Counts),
            .. TopK(pair),
            .. PairedBootstrap.Differences(pair, FiguresOf(pair), resampling),
        ],
        [.. Enumerable.Range(0, pair.Classes).Select(label => new PairedProportion(pair.CountsOf(label)))],
        Difference(CountsOf(pair.A, pair.Classes), CountsOf(pair.B, pair.Classes)),
        pair.Repaired,
        pair.Broken);

    private static IReadOnlyList<SampledFigure> FiguresOf(PairedPredictions pair) =>
        [.. SampledFigures.BesidesShares.Where(figure => pair.HaveProbabilities || !figure.NeedsProbabilities)];

    private static IEnumerable<FigureDifference> TopK(PairedPredictions pair) => pair.HaveProbabilities
        ? TopKAccuracy.Of(pair.A, pair.Classes).Select(top => Share(
            FormattableString.Invariant($"topK.{top.K}"),
            PairedCounts.Of(pair.A.Zip(pair.B, (a, b) => (TopKAccuracy.RankOfTruth(a) < top.K, TopKAccuracy.RankOfTruth(b) < top.K)))))
        : [];

    private static FigureDifference Share(string name, PairedCounts counts) => new(
        name,
        new Proportion(counts.CorrectA, counts.Total).Value,
        new Proportion(counts.CorrectB, counts.Total).Value,
        new PairedProportion(counts).Interval,
        IntervalMethod.TangoScore);

    private static ConfusionCounts CountsOf(IReadOnlyList<Prediction> predictions, int classes) =>
        ConfusionCounts.From(classes, predictions.Select(prediction => (prediction.Label, prediction.Predicted)));

    private static int[][] Difference(ConfusionCounts a, ConfusionCounts b) =>
        [.. a.Rows.Zip(b.Rows, (first, second) => first.Zip(second, (from, to) => to - from).ToArray())];
}

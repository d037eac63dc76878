using Glassy.Metrics;
using Glassy.Runs;
using Glassy.Theme;
using Glassy.Wording;

namespace Glassy.Tokens;

/// <summary>What stands out in a run: <c>{{ report.worst_class }}</c>.</summary>
/// <param name="MacroPrecision">Mean of the classes' precision.</param>
/// <param name="MacroRecall">Mean of the classes' recall.</param>
/// <param name="MacroF1">Mean of the classes' F1.</param>
/// <param name="WeightedF1">Mean of the classes' F1, weighted by support.</param>
/// <param name="WorstClass">The name of the class with the lowest F1, of those that the test split has; the first among equals.</param>
/// <param name="WorstF1">Its F1.</param>
/// <param name="WorstRecall">Its recall.</param>
/// <param name="BestClass">The name of the class with the highest F1, of those that the test split has; the first among equals.</param>
/// <param name="BestF1">Its F1.</param>
/// <param name="BestRecall">Its recall.</param>
/// <param name="MostConfused">Truth and prediction of the commonest mistake, <c>4 as 9</c>; null without mistakes.</param>
/// <param name="MostConfusedTruth">Its truth.</param>
/// <param name="MostConfusedPrediction">Its prediction.</param>
/// <param name="MostConfusedCount">How often it was made.</param>
/// <param name="Findings">The class with the lowest F1 and the commonest mistake in words; says so when there is no mistake, and when
/// several are alike.</param>
public sealed record ReportTokens(
    double MacroPrecision,
    double MacroRecall,
    double MacroF1,
    double WeightedF1,
    string WorstClass,
    double WorstF1,
    double WorstRecall,
    string BestClass,
    double BestF1,
    double BestRecall,
    string? MostConfused,
    string? MostConfusedTruth,
    string? MostConfusedPrediction,
    int MostConfusedCount,
    string Findings)
{
    /// <summary>The 95 % Wilson interval of the accuracy: <c>96.83–97.48%</c>.</summary>
    public required string AccuracyInterval { get; init; }

    /// <summary>Its lower end, 0..1.</summary>
    public required double AccuracyLow { get; init; }

    /// <summary>Its upper end, 0..1.</summary>
    public required double AccuracyHigh { get; init; }

    /// <summary>Cohen's kappa, −1..1.</summary>
    public required double Kappa { get; init; }

    /// <summary>Matthews' correlation coefficient for any number of classes (Gorodkin's R_K), −1..1.</summary>
    public required double Mcc { get; init; }

    /// <summary>Mean cross-entropy, nats; null without probabilities, as are the next three.</summary>
    public required double? LogLoss { get; init; }

    /// <summary>Brier score, 0..2.</summary>
    public required double? Brier { get; init; }

    /// <summary>Expected calibration error, 15 bins of equal width, 0..1.</summary>
    public required double? Ece { get; init; }

    /// <summary>Expected calibration error, at most 15 bins of as many predictions each, 0..1.</summary>
    public required double? EceEqualMass { get; init; }

    /// <summary>Top-k accuracy by k, for each k worth naming, none without probabilities: <c>report.top_k[0].accuracy.value</c>.</summary>
    public required IReadOnlyList<TopKAccuracy> TopK { get; init; }

    /// <summary>Every ordered pair of classes that was confused, the commonest first.</summary>
    public required IReadOnlyList<ConfusedPair> ConfusedPairs { get; init; }

    /// <summary>Of the pictures of the commonest mistake's truth, the share that it was made on; 0 without mistakes.</summary>
    public required double MostConfusedRate { get; init; }

    /// <summary>The two classes most often taken for each other, either way, <c>3 and 5</c>; null without mistakes.</summary>
    public required string? MostConfusedPair { get; init; }

    /// <summary>How often they were.</summary>
    public required int MostConfusedPairCount { get; init; }

    /// <summary>Of the pictures of both, the share that was.</summary>
    public required double MostConfusedPairRate { get; init; }

    /// <summary>Of which classes the least and the most is found, in words.</summary>
    public required string Recall { get; init; }

    /// <summary>Which two classes are taken for each other most often, and which way, in words; says so when none are.</summary>
    public required string Confusion { get; init; }

    /// <summary>Whether the model is right as often as it says, in words; null without probabilities, or with too few to say.</summary>
    public required string? Calibration { get; init; }

    /// <summary>How many test pictures' labels are doubted; 0 when nothing is known of any.</summary>
    public required int DoubtedLabels { get; init; }

    /// <summary>Accuracy on the labels as people have corrected them, 0..1; null when nothing is known of wrong labels.</summary>
    public required double? CorrectedAccuracy { get; init; }

    /// <summary>Its 95 % Wilson interval, as text.</summary>
    public required string? CorrectedAccuracyInterval { get; init; }

    /// <summary>How many test pictures are training pictures too, level by level; null when nobody has looked.</summary>
    public required int? Leaks { get; init; }

    /// <summary>
    /// Whether the model was trained here and someone has looked: no test picture is a training picture, and no group is in both splits.
    /// What a model of another program had seen is not known.
    /// </summary>
    public required bool NeverSeen { get; init; }

    /// <summary>
    /// What the accuracy is not for that reason, in sentences, groups that both splits have included; null when there is nothing to say.
    /// </summary>
    public required string? LeaksFound { get; init; }

    /// <summary>
    /// Accuracy on the test pictures that are no training pictures, 0..1; null when there are none such, or nobody has looked.
    /// </summary>
    public required double? UnseenAccuracy { get; init; }

    /// <summary>Its 95 % Wilson interval, as text.</summary>
    public required string? UnseenAccuracyInterval { get; init; }

    /// <summary>Of how many test pictures that is.</summary>
    public required int? UnseenTotal { get; init; }

    /// <summary>How many groups of pictures (a patient's, a writer's) are in both splits; null when the dataset names none.</summary>
    public required int? SharedGroups { get; init; }

    public static ReportTokens Of(RunResults results, Words words)
    {
        var (run, report) = (results.Run, results.Report);
        var sentences = new ReportSentences(report, words);
        var both = report.UnorderedPairs is [var commonestPair, ..] ? commonestPair : null;
        var corrected = results.Corrected?.Corrected;
        var unseen = results.Leaks is { Unseen: { Total: > 0 } others } ? others : null;
        var tested = run.PerClass.Where(metrics => metrics.Support > 0).ToList();
        var worst = tested.MinBy(metrics => metrics.F1)!; // a test split is never empty
        var best = tested.MaxBy(metrics => metrics.F1)!; // likewise
        var mistake = report.ConfusedPairs is [var commonest, ..] ? commonest : null;
        return new ReportTokens(
            run.Metrics.MacroPrecision,
            run.Metrics.MacroRecall,
            run.Metrics.MacroF1,
            run.Metrics.WeightedF1,
            worst.Name,
            worst.F1,
            worst.Recall,
            best.Name,
            best.F1,
            best.Recall,
            mistake is null ? null : words.Of("findings.confused", ("truth", mistake.Truth), ("predicted", mistake.Predicted)),
            mistake?.Truth,
            mistake?.Predicted,
            mistake?.Count ?? 0,
            sentences.Findings())
        {
            AccuracyInterval = results.AccuracyInterval is { } range
                ? words.Figure(TemplateFunctions.PercentRange(range.Low, range.High))
                : words.Of("report.no_interval", ("groups", results.Groups?.Count)),
            AccuracyLow = results.AccuracyInterval?.Low ?? 0,
            AccuracyHigh = results.AccuracyInterval?.High ?? 1,
            Kappa = report.Kappa,
            Mcc = report.Mcc,
            LogLoss = report.Probabilities?.Loss,
            Brier = report.Probabilities?.Brier,
            Ece = report.Probabilities?.EqualWidth.ExpectedCalibrationError,
            EceEqualMass = report.Probabilities?.EqualMass.ExpectedCalibrationError,
            TopK = report.Probabilities?.TopK ?? [],
            ConfusedPairs = report.ConfusedPairs,
            MostConfusedRate = mistake?.Rate.Value ?? 0,
            MostConfusedPair = both is null ? null : words.Of("findings.pair", ("first", both.First), ("second", both.Second)),
            MostConfusedPairCount = both?.Count ?? 0,
            MostConfusedPairRate = both?.Rate.Value ?? 0,
            Recall = sentences.Recall(),
            Confusion = sentences.Confusion(),
            Calibration = sentences.Calibration(),
            DoubtedLabels = results.Notes?.Notes.Count ?? 0,
            CorrectedAccuracy = corrected?.Value,
            CorrectedAccuracyInterval = corrected is null ? null : RangeOf(corrected, words),
            Leaks = results.Leaks?.Leaked,
            NeverSeen = run.Foreign is null && results.Leaks is { Leaked: 0 } && results.Duplicates?.Groups is not { Shared.Count: > 0 },
            LeaksFound = LeakSentences.Of(results, words),
            UnseenAccuracy = unseen?.Value,
            UnseenAccuracyInterval = unseen is null ? null : RangeOf(unseen, words),
            UnseenTotal = results.Leaks?.Unseen.Total,
            SharedGroups = results.Duplicates?.Groups?.Shared.Count,
        };
    }

    private static string RangeOf(Proportion share, Words words) => words.Figure(TemplateFunctions.PercentRange(share.Low, share.High));
}

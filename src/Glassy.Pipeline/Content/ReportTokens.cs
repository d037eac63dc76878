using System.Globalization;
using Glassy.Evaluation;
using Glassy.Runs;
using Glassy.Theme;

namespace Glassy.Content;

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
/// <param name="Findings">The weakest class and the commonest mistake in words; says so when there is no mistake.</param>
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
    public static ReportTokens Of(Run run)
    {
        var tested = run.PerClass.Where(metrics => metrics.Support > 0).ToList();
        var worst = tested.MinBy(metrics => metrics.F1)!; // a test split is never empty
        var best = tested.MaxBy(metrics => metrics.F1)!; // likewise
        var mistake = new ConfusionCounts(run.Confusion).Confused(run.Dataset.Classes) is [var commonest, ..] ? commonest : null;
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
            mistake is null ? null : $"{mistake.Truth} as {mistake.Predicted}",
            mistake?.Truth,
            mistake?.Predicted,
            mistake?.Count ?? 0,
            mistake is null ? "Every test picture was read right." : Describe(worst, mistake));
    }

    private static string Describe(ClassMetrics worst, ConfusedPair mistake) => string.Create(
        CultureInfo.InvariantCulture,
        $"The weakest class is {worst.Name}, with an F1 of {TemplateFunctions.Percent(worst.F1)}. The commonest mistake is to take {mistake.Truth} for {mistake.Predicted}, made {mistake.Count:N0} {(mistake.Count == 1 ? "time" : "times")}.");
}

using System.Globalization;
using Glassy.Runs;

namespace Glassy.Content;

/// <summary>What stands out in a run: <c>{{ report.worst_class }}</c>.</summary>
/// <param name="MacroPrecision">Mean of the classes' precision.</param>
/// <param name="MacroRecall">Mean of the classes' recall.</param>
/// <param name="MacroF1">Mean of the classes' F1.</param>
/// <param name="WeightedF1">Mean of the classes' F1, weighted by support.</param>
/// <param name="WorstClass">The name of the class with the lowest F1; the first among equals.</param>
/// <param name="WorstF1">Its F1.</param>
/// <param name="WorstRecall">Its recall.</param>
/// <param name="BestClass">The name of the class with the highest F1; the first among equals.</param>
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
        var worst = run.PerClass.MinBy(metrics => metrics.F1)!; // a run has two classes or more
        var best = run.PerClass.MaxBy(metrics => metrics.F1)!; // likewise
        var (truth, prediction, count) = CommonestMistake(run.Confusion);
        var names = run.Dataset.Classes;
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
            count == 0 ? null : $"{names[truth]} as {names[prediction]}",
            count == 0 ? null : names[truth],
            count == 0 ? null : names[prediction],
            count,
            count == 0 ? "Every test picture was read right." : string.Create(
                CultureInfo.InvariantCulture,
                $"The weakest class is {worst.Name}: {worst.Recall * 100:F2}% of its pictures are found. The commonest mistake is to take {names[truth]} for {names[prediction]}, made {count:N0} {(count == 1 ? "time" : "times")}."));
    }

    private static (int Truth, int Prediction, int Count) CommonestMistake(IReadOnlyList<IReadOnlyList<int>> confusion)
    {
        var commonest = (Truth: 0, Prediction: 0, Count: 0);
        for (var truth = 0; truth < confusion.Count; truth++)
        {
            for (var prediction = 0; prediction < confusion.Count; prediction++)
            {
                if (truth != prediction && confusion[truth][prediction] > commonest.Count)
                {
                    commonest = (truth, prediction, confusion[truth][prediction]);
                }
            }
        }

        return commonest;
    }
}

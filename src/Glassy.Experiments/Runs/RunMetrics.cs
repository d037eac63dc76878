using Glassy.Metrics;

namespace Glassy.Runs;

/// <summary>The figures of a run on the whole test split.</summary>
/// <param name="Accuracy">Share of pictures right, 0..1.</param>
/// <param name="Loss">Mean cross-entropy, nats; null when the predictions have no probabilities.</param>
/// <param name="Correct">How many are right.</param>
/// <param name="Wrong">How many are wrong.</param>
/// <param name="MacroPrecision">Mean of the classes' precision.</param>
/// <param name="MacroRecall">Mean of the classes' recall.</param>
/// <param name="MacroF1">Mean of the classes' F1.</param>
/// <param name="WeightedF1">Mean of the classes' F1, weighted by support.</param>
public sealed record RunMetrics(
    double Accuracy,
    double? Loss,
    int Correct,
    int Wrong,
    double MacroPrecision,
    double MacroRecall,
    double MacroF1,
    double WeightedF1)
{
    public static RunMetrics Of(EvaluationReport report) => new(
        report.Accuracy,
        report.Probabilities?.Loss,
        report.Correct,
        report.Wrong,
        report.Macro.Precision,
        report.Macro.Recall,
        report.Macro.F1,
        report.Weighted.F1);
}

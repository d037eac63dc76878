using Glassy.Metrics;
using Glassy.Recipes;
using Glassy.Runs;

namespace Glassy.Publishing;

/// <summary>One of the recorded runs that the project asks for, with its figures on the same test pictures.</summary>
/// <param name="Recipes">The recipes that ask for it, in order, as <c>glassy runs</c> lists them.</param>
/// <param name="IsPrimary">Whether the document is about it.</param>
/// <param name="Run">Which it is.</param>
/// <param name="Parameters">Of its model; null when not known.</param>
/// <param name="Epochs">One an epoch, in order; none when not known.</param>
/// <param name="Accuracy">Of all test pictures, those predicted right.</param>
/// <param name="LogLoss">Mean cross-entropy, nats; null without probabilities.</param>
/// <param name="BrierScore">0..2; null without probabilities.</param>
/// <param name="CohenKappa">−1..1.</param>
/// <param name="MatthewsCorrelation">Gorodkin's R_K, −1..1.</param>
/// <param name="Macro">Each class counts alike.</param>
/// <param name="Weighted">Each class counts as often as it has test pictures.</param>
/// <param name="ExpectedCalibrationError">Over fifteen bins of equal width, 0..1; null without probabilities.</param>
/// <param name="Intervals">As those of the run that the document is about.</param>
/// <param name="ConfusionMatrix">[classes][classes] counts: rows truth, columns prediction.</param>
public sealed record ResultsRecordedRun(
    IReadOnlyList<string> Recipes,
    bool IsPrimary,
    ResultsRun Run,
    long? Parameters,
    IReadOnlyList<EpochMetrics> Epochs,
    Proportion Accuracy,
    double? LogLoss,
    double? BrierScore,
    double CohenKappa,
    double MatthewsCorrelation,
    AverageMetrics Macro,
    AverageMetrics Weighted,
    double? ExpectedCalibrationError,
    IReadOnlyList<FigureInterval> Intervals,
    IReadOnlyList<IReadOnlyList<int>> ConfusionMatrix)
{
    /// <summary>All of them, in the order of the recipes.</summary>
    /// <param name="runs">Those that the project asks for.</param>
    /// <param name="primary">The id of the run that the document is about.</param>
    public static IReadOnlyList<ResultsRecordedRun> AllOf(RunSet runs, string primary) =>
        [.. runs.Runs.GroupBy(run => run.Run.Id).Select(same => Of([.. same.Select(run => run.Recipe.Label)], same.First(), primary))];

    private static ResultsRecordedRun Of(IReadOnlyList<string> recipes, RecipeRun recorded, string primary)
    {
        var (run, report) = (recorded.Run, recorded.Results.Report);
        return new ResultsRecordedRun(
            recipes,
            run.Id == primary,
            ResultsRun.Of(run),
            run.Parameters,
            run.Epochs,
            report.AccuracyProportion,
            report.Probabilities?.Loss,
            report.Probabilities?.Brier,
            report.Kappa,
            report.Mcc,
            report.Macro,
            report.Weighted,
            report.Probabilities?.EqualWidth.ExpectedCalibrationError,
            recorded.Results.Intervals,
            report.Confusion.Rows);
    }
}

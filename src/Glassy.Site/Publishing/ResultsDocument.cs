using System.Text.Json;
using System.Text.Json.Serialization;
using Glassy.Checks;
using Glassy.Datasets;
using Glassy.Datasets.Folders;
using Glassy.Metrics;
using Glassy.Recipes;
using Glassy.Runs;
using Glassy.Wording;

namespace Glassy.Publishing;

/// <summary>
/// <c>results.json</c>: every figure that the site shows of its run, and the main ones of all others, as <c>results.schema.json</c>
/// describes them.
/// </summary>
public sealed record ResultsDocument
{
    /// <summary>The format's version; a member that goes or changes its meaning raises it.</summary>
    public const int CurrentVersion = 4;

    /// <summary>Where the format is described, relative to the file.</summary>
    [JsonPropertyName("$schema")]
    public string Schema { get; init; } = SiteFileNames.ResultsSchema;

    public int Version { get; init; } = CurrentVersion;

    public required ResultsRun Run { get; init; }

    public required DatasetInfo Dataset { get; init; }

    /// <summary>Null when another program made the model; of an ONNX model its inputs, outputs and parameters.</summary>
    public required ModelInfo? Model { get; init; }

    /// <summary>None when another program trained and has not told.</summary>
    public required IReadOnlyList<EpochMetrics> Epochs { get; init; }

    public required Proportion Accuracy { get; init; }

    /// <summary>Mean cross-entropy, nats; null when the predictions have no probabilities.</summary>
    public required double? LogLoss { get; init; }

    /// <summary>0..2; null likewise.</summary>
    public required double? BrierScore { get; init; }

    /// <summary>−1..1.</summary>
    public required double CohenKappa { get; init; }

    /// <summary>Gorodkin's R_K, −1..1.</summary>
    public required double MatthewsCorrelation { get; init; }

    public required AverageMetrics Macro { get; init; }

    public required AverageMetrics Weighted { get; init; }

    /// <summary>None without probabilities.</summary>
    public required IReadOnlyList<TopKAccuracy> TopK { get; init; }

    /// <summary>[classes] in label order.</summary>
    public required IReadOnlyList<ClassFigures> Classes { get; init; }

    /// <summary>
    /// Of figures that are no shares, at 95 %, by a bootstrap of 2,000 draws by class, or of whole groups, and then of accuracy and top-k
    /// accuracy too; a name is the figure's path in this document, <c>noise</c> what a calibration error is at most for a calibrated model
    /// in 97.5 of 100 such test sets.
    /// </summary>
    public required IReadOnlyList<FigureInterval> Intervals { get; init; }

    /// <summary>The groups in which the test pictures come; null when none are known.</summary>
    public required ResultsGroups? Groups { get; init; }

    /// <summary>[classes][classes] counts: rows truth, columns prediction.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> ConfusionMatrix { get; init; }

    public required IReadOnlyList<ConfusedPair> ConfusedPairs { get; init; }

    public required IReadOnlyList<UnorderedPair> UnorderedPairs { get; init; }

    /// <summary>Null without probabilities.</summary>
    public required ResultsCalibration? Calibration { get; init; }

    /// <summary>Null without probabilities.</summary>
    public required IReadOnlyList<ConfidenceBin>? ConfidenceHistogram { get; init; }

    /// <summary>Null when nothing is known of wrong labels.</summary>
    public required ResultsLabelNotes? LabelNotes { get; init; }

    /// <summary>Test pictures that the model may know; null when nobody has looked, or there are no pictures.</summary>
    public required ResultsLeaks? Leaks { get; init; }

    /// <summary>The author's own drawings; null when there are none.</summary>
    public required CustomTest? Drawings { get; init; }

    /// <summary>The run's predictions in few bytes: of all figures that count pictures the source.</summary>
    public required ResultsPacked PackedPredictions { get; init; }

    /// <summary>Every recorded run that the project asks for, this one too, in the order of the recipes.</summary>
    public required IReadOnlyList<ResultsRecordedRun> Runs { get; init; }

    /// <summary>The recipes that have no run yet, as <c>glassy runs</c> lists them.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>In order of their codes.</summary>
    public required IReadOnlyList<ResultsCheck> Checks { get; init; }

    /// <summary>The dataset with its remarks as sentences: programs read those, whatever facts a record has of them.</summary>
    private static DatasetInfo InSentences(DatasetInfo dataset) => dataset.Remarks is not { } remarks ? dataset
        : dataset with
        {
            Remarks = [.. remarks.Select(remark => new DatasetRemark(RemarkSentence.Of(remark, WordsReader.English), remark.IsWarning))]
        };

    /// <param name="results">The run that it is about.</param>
    /// <param name="runs">All that the project asks for.</param>
    /// <param name="packed">The run's <see cref="Publishing.PackedPredictions"/>.</param>
    /// <param name="checks">Of the run.</param>
    public static ResultsDocument Of(RunResults results, RunSet runs, byte[] packed, IReadOnlyList<CheckResult> checks) => new()
    {
        Run = ResultsRun.Of(results.Run),
        Dataset = InSentences(results.Run.Dataset),
        Model = results.Run.Model,
        Epochs = results.Run.Epochs,
        Accuracy = results.Report.AccuracyProportion,
        LogLoss = results.Report.Probabilities?.Loss,
        BrierScore = results.Report.Probabilities?.Brier,
        CohenKappa = results.Report.Kappa,
        MatthewsCorrelation = results.Report.Mcc,
        Macro = results.Report.Macro,
        Weighted = results.Report.Weighted,
        TopK = results.Report.Probabilities?.TopK ?? [],
        Classes = results.Report.Classes,
        Intervals = results.Intervals,
        Groups = results.Groups is { } groups ? new ResultsGroups(groups.Count, groups.AreEnough) : null,
        ConfusionMatrix = results.Report.Confusion.Rows,
        ConfusedPairs = results.Report.ConfusedPairs,
        UnorderedPairs = results.Report.UnorderedPairs,
        Calibration = ResultsCalibration.Of(results),
        ConfidenceHistogram = results.Report.Probabilities?.Confidence,
        LabelNotes = ResultsLabelNotes.Of(results),
        Leaks = ResultsLeaks.Of(results),
        Drawings = results.Custom,
        PackedPredictions = ResultsPacked.Of(packed),
        Runs = ResultsRecordedRun.AllOf(runs, results.Run.Id),
        Missing = [.. runs.Missing.Select(recipe => recipe.Label)],
        Checks = [.. checks.Select(ResultsCheck.Of)],
    };

    /// <summary>The file: camelCase, indented, <c>\n</c>; the same run gives the same bytes.</summary>
    public byte[] ToBytes() => [.. JsonSerializer.SerializeToUtf8Bytes(this, ResultsJson.Default.ResultsDocument), (byte)'\n'];
}

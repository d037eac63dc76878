using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Glassy.Configuration;
using Glassy.Datasets;
using Glassy.Onnx;
using Glassy.Runs;
using Glassy.Theme;
using Glassy.Tokens;
using Glassy.Wording;
using static System.FormattableString;

namespace Glassy.Publishing;

/// <summary>
/// <c>model-card.md</c> in the form of Hugging Face: YAML metadata with a <c>model-index</c>, then Markdown. Source:
/// https://huggingface.co/docs/hub/model-cards and, for the headings, Mitchell et al. 2019, "Model cards for model reporting".
/// </summary>
public static class ModelCard
{
    /// <summary>The options that a sentence of its own tells.</summary>
    private static readonly string[] Told = ["model", "hidden", "epochs", "batchSize", "learningRate", "preprocess", "normalize", "seed"];

    /// <param name="results">The run that the weights are of.</param>
    /// <returns>The file's text, lines ending in <c>\n</c>.</returns>
    public static string Render(RunResults results)
    {
        var card = new StringBuilder();
        WriteMetadata(card, results);
        WriteText(card, results);
        return card.ToString();
    }

    private static void WriteMetadata(StringBuilder card, RunResults results)
    {
        var (run, report) = (results.Run, results.Report);
        card.Append(run.Foreign is null
            ? "---\npipeline_tag: image-classification\nlibrary_name: glassy\ntags:\n- image-classification\n- safetensors\n"
            : "---\npipeline_tag: image-classification\ntags:\n- image-classification\n");
        if (run.Dataset.Name == MnistSource.DatasetName)
        {
            card.Append("datasets:\n- ylecun/mnist\n");
        }

        card.Append($"metrics:\n- accuracy\n- f1\n- matthews_correlation\n{(report.Probabilities is null ? "" : "- brier_score\n")}");
        card.Append(Invariant($"model-index:\n- name: {Quote(NameOf(run))}\n  results:\n"));
        card.Append("  - task:\n      type: image-classification\n      name: Image classification\n");
        card.Append(
            Invariant(
                $"    dataset:\n      type: {Quote(TypeOf(run.Dataset.Name))}\n      name: {Quote(DatasetDescription.Of(run.Dataset.Name).Title)}\n      split: test\n    metrics:\n"));
        WriteMetric(card, "accuracy", "Accuracy", report.Accuracy);
        WriteMetric(card, "f1", "Macro F1", report.Macro.F1);
        WriteMetric(card, "precision", "Macro precision", report.Macro.Precision);
        WriteMetric(card, "recall", "Macro recall", report.Macro.Recall);
        WriteMetric(card, "matthews_correlation", "Matthews correlation (R_K)", report.Mcc);
        WriteMetric(card, "cohen_kappa", "Cohen's kappa", report.Kappa);
        if (report.Probabilities is { } figures)
        {
            WriteMetric(card, "log_loss", "Log loss (nats)", figures.Loss);
            WriteMetric(card, "brier_score", "Brier score (0 to 2)", figures.Brier);
            WriteMetric(
                card,
                "expected_calibration_error",
                "Expected calibration error (15 bins of equal width)",
                figures.EqualWidth.ExpectedCalibrationError);
        }

        card.Append("---\n\n");
    }

    private static void WriteMetric(StringBuilder card, string type, string name, double value) =>
        card.Append(Invariant($"    - type: {type}\n      name: {Quote(name)}\n      value: {value:R}\n"));

    private static void WriteText(StringBuilder card, RunResults results)
    {
        var (run, report) = (results.Run, results.Report);
        var accuracy = report.AccuracyProportion;
        card.Append(Invariant($"# {NameOf(run)}\n\n"));
        if (run.Foreign is { } foreign)
        {
            WriteOrigin(card, run, foreign);
        }
        else
        {
            WriteTraining(card, run, run.OwnModel, run.OwnOptions);
        }

        card.Append(
            Invariant(
                $"## Evaluation\n\nOn {report.Total:N0} test pictures: {TemplateFunctions.Percent(accuracy.Value)} right, {IntervalOf(results)}. All figures are in `{SiteFileNames.Results}`.\n\n"));
        if (results is { Corrected: { } corrected, Notes: { } notes })
        {
            card.Append(
                Invariant(
                    $"With {corrected.Relabelled} labels corrected and {corrected.LeftOut} pictures without a right answer left out: {TemplateFunctions.Percent(corrected.Corrected.Value)}. Source: {notes.Source}.\n\n"));
        }

        if (LeakSentences.Of(results, WordsReader.English) is { } leaks)
        {
            card.Append($"{leaks}\n\n");
        }

        card.Append(
            $"## Limits\n\nThe figures hold for pictures like those of the test split, and for no others. {(report.Probabilities is null ? "Nothing is known of how sure it is." : "The probabilities are as good as the calibration error says.")}\n");
    }

    private static string IntervalOf(RunResults results) => (results.Groups, results.AccuracyInterval) switch
    {
        (null, { } wilson) => $"95% Wilson interval {TemplateFunctions.PercentRange(wilson.Low, wilson.High)}",
        ({ } groups, { } drawn) => Invariant(
            $"95% interval {TemplateFunctions.PercentRange(drawn.Low, drawn.High)} by drawing their {groups.Count:N0} groups again"),
        var (groups, _) => Invariant($"without an interval, since they come in {groups?.Count:N0} groups"),
    };

    /// <summary>What is known of a model that another program trained.</summary>
    private static void WriteOrigin(StringBuilder card, Run run, ForeignOrigin foreign)
    {
        card.Append(
            Invariant(
                $"A classifier into {run.Dataset.Classes.Count} classes ({string.Join(", ", run.Dataset.Classes)}). {(foreign.Onnx?.Run is { } own ? $"Glassy trained it as run `{own}`, and exported it; Glassy has" : "Another program trained it; Glassy has")} {(foreign.Onnx is null ? "read its predictions" : "evaluated it")} (`{foreign.File}`) as run `{run.Id}`.\n\n"));
        card.Append(
            $"## Model\n\n{foreign.Framework ?? "What made it is not recorded"}{(foreign.Parameters is { } parameters ? Invariant($", {parameters:N0} parameters") : "")}. Its layers, weights and training are not recorded here.{InputOf(foreign.Onnx)}\n\n");
    }

    private static string InputOf(OnnxOrigin? model) => model is null ? "" : Invariant(
        $" Its input is {model.Width}×{model.Height} in {(model.Channels == 1 ? "grey" : "colour")}, {model.Layout.ToString().ToLowerInvariant()}, levels from {(model.Range == LevelRange.Unit ? "0 to 1" : "0 to 255")}, mean {Listed(model.Mean)}, standard deviation {Listed(model.Std)}.");

    private static string Listed(IReadOnlyList<double> numbers) => string.Join(", ", numbers.Select(number => Invariant($"{number}")));

    private static void WriteTraining(StringBuilder card, Run run, ModelInfo model, TrainingOptions options)
    {
        var shape = run.Dataset.Shape;
        card.Append(
            Invariant(
                $"A classifier of {shape.Width}×{shape.Height} pictures into {run.Dataset.Classes.Count} classes ({string.Join(", ", run.Dataset.Classes)}), trained by Glassy as run `{run.Id}`.\n\n"));
        card.Append("## Model\n\n| layer | type | output | parameters |\n|---|---|---|---:|\n");
        foreach (var layer in model.Layers)
        {
            card.Append(Invariant($"| `{layer.Name}` | {layer.Type} | {string.Join("×", layer.OutputShape)} | {layer.Parameters:N0} |\n"));
        }

        card.Append(
            Invariant(
                $"\n`{SiteFileNames.Weights}` holds its {model.Parameters:N0} parameters as float32. Inputs are [N, {shape.Height}, {shape.Width}, {shape.Channels}] grey or colour levels, {PreprocessedBy(options)}normalised by `{JsonNamingPolicy.KebabCaseLower.ConvertName(options.Normalize.ToString())}`; hidden layers are ReLU, outputs are logits.{FlattenedBy(model)}\n\n"));
        card.Append(
            Invariant(
                $"## Training\n\nAdam, learning rate {options.LearningRate}, {options.BatchSize} pictures a step, {run.Epochs.Count} {(run.Epochs.Count == 1 ? "epoch" : "epochs")} over {LearnedFrom(run, options)}, seed {options.Seed}.{OthersOf(options)}{KeptOf(run)}\n\n"));
    }

    /// <summary>The training pictures without those that were held out.</summary>
    private static string LearnedFrom(Run run, TrainingOptions options)
    {
        var held = options.Validation > 0 ? ValidationSplit.PerClass(run.Dataset, options.Validation).Sum() : 0;
        return held == 0
            ? Invariant($"{run.Dataset.Train.Count:N0} pictures")
            : Invariant($"{run.Dataset.Train.Count - held:N0} pictures ({held:N0} of {run.Dataset.Train.Count:N0} were held out)");
    }

    private static string PreprocessedBy(TrainingOptions options) =>
        options.Preprocess == PreprocessingNames.None ? "" : $"preprocessed by `{options.Preprocess}`, then ";

    private static string FlattenedBy(ModelInfo model) => model.Layers.Any(layer => layer.Type == "Conv2D")
        ? " A convolution's weight is [filters, inputs, height, width], with zeros beyond the picture's edge; Flatten goes over height, width, channels in that order."
        : "";

    /// <summary>The options that no sentence tells and that are not at their default, as <c>glassy.yml</c> has them.</summary>
    private static string OthersOf(TrainingOptions options)
    {
        var others = ConfigSchema.Keys
            .Where(key => key.Path.StartsWith("run.", StringComparison.Ordinal)
                && !Told.Contains(key.Path["run.".Length..])
                && key.ValueIn(options) != key.Default)
            .Select(key => $"`{key.Path["run.".Length..]}: {key.ValueIn(options)}`");
        return string.Join(", ", others) is { Length: > 0 } list ? $" Besides: {list}." : "";
    }

    private static string KeptOf(Run run) =>
        run.OwnOptions.Patience is null ? "" : Invariant($" The weights are those of epoch {run.KeptEpoch}, the best by validation loss.");

    private static string NameOf(Run run) => $"{run.Model?.Name ?? run.Foreign?.Framework ?? "A model"} on {run.Dataset.Name}";

    private static string TypeOf(string dataset) => dataset == MnistSource.DatasetName ? "ylecun/mnist" : dataset;

    /// <summary>A JSON string is a YAML one.</summary>
    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}

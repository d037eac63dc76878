using System.Globalization;
using System.Text.Json;
using Glassy.Charts;
using Glassy.Datasets;
using Glassy.Evaluation;
using Glassy.Execution;
using Glassy.Metrics;
using Glassy.Runs;

namespace Glassy.Recording;

/// <summary>Evaluates a training and writes everything that a run consists of.</summary>
/// <param name="project">Its commit is recorded.</param>
/// <param name="time">Gives the run its time and the log its times.</param>
public sealed class RunRecorder(ProjectFolder project, TimeProvider time)
{
    /// <summary>Writes a run's files; see <see cref="RunFiles"/>.</summary>
    /// <param name="id">From <see cref="RunId.Of"/>.</param>
    /// <param name="folder">Absolute path of the folder to write to, as <see cref="RunStore.RecordAsync"/> gives it.</param>
    /// <param name="dataset">What was trained on.</param>
    /// <param name="info">The dataset's description.</param>
    /// <param name="training">What training gave.</param>
    /// <param name="cancellationToken">Looked at between the steps.</param>
    /// <returns>The run as <c>run.json</c> holds it.</returns>
    /// <exception cref="InvalidDataException">Training has diverged.</exception>
    public async Task<Run> WriteAsync(
        string id,
        string folder,
        ImageDataset dataset,
        DatasetInfo info,
        TrainingResult training,
        CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var evaluated = Evaluator.Evaluate(training.Model, dataset.Test, cancellationToken);
        Check(evaluated.Predictions, training.Model.Options);
        var report = EvaluationReport.From(dataset.Classes, evaluated.Predictions);
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        var held = ValidationSplit.Of(dataset, training.Model.Options.Validation).Validation;
        var validated = held is null ? null : Evaluator.Evaluate(training.Model, held, cancellationToken).Predictions;
        Check(validated ?? [], training.Model.Options);
        var run = Describe(id, info, training, report, seconds) with
        {
            Commit = await GitCommit.FindAsync(project.Root, cancellationToken),
        };

        var files = new Dictionary<string, byte[]>
        {
            [RunFiles.Json] = RunSerializer.Write(run),
            [RunFiles.Predictions] = PredictionsFile.Write(evaluated.Predictions, dataset.Classes.Count),
            [RunFiles.Weights] = WeightsOf(training.Model),
            [RunFiles.ConfusionMatrix] = ConfusionMatrixChart.Render(
                Title("Confusion matrix", report.Correct, report.Total), dataset.Classes, run.Confusion),
            [RunFiles.LearningCurve] = LearningCurveChart.Render(
                [.. training.Epochs.Select(epoch => epoch.ToPoint())],
                EarlyStopping.KeptEpoch(training.Model.Options, training.Epochs),
                evaluated.Loss,
                report.Accuracy),
        };

        if (validated is not null)
        {
            files[RunFiles.Validation] = PredictionsFile.Write(validated, dataset.Classes.Count);
        }

        foreach (var (name, bytes) in files)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), bytes, cancellationToken);
        }

        var log = RunLog.Format(Log(run, evaluated.Loss, training.Log));
        await File.WriteAllTextAsync(Path.Combine(folder, RunFiles.Log), log, cancellationToken);
        return run;
    }

    /// <summary>The last step of a training can leave the numbers, and no loss of a batch shows it.</summary>
    private static void Check(IReadOnlyList<Prediction> predictions, TrainingOptions options)
    {
        if (predictions.FirstOrDefault(prediction => !prediction.LogProbabilities.All(float.IsFinite)) is { } odd)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"training diverged at its end: the model's answer to picture {odd.Index} is no number; lower learningRate (now {options.LearningRate})"));
        }
    }

    private Run Describe(
        string id, DatasetInfo info, TrainingResult training, EvaluationReport report, double seconds) => new()
        {
            SchemaVersion = Run.CurrentSchemaVersion,
            Id = id,
            CreatedAt = time.GetUtcNow(),
            Dataset = info.ForRecord(),
            Options = training.Model.Options,
            Epochs = training.Epochs,
            Metrics = RunMetrics.Of(report),
            Confusion = report.Confusion.Rows,
            PerClass = report.PerClass,
            Model = training.Info,
            Environment = HostEnvironment.Describe(),
            Commit = null,
            Durations = new RunDurations(training.Seconds, seconds, training.Seconds + seconds),
        };

    /// <summary>The training's lines and those of this evaluation.</summary>
    private IReadOnlyList<LogLine> Log(Run run, double loss, IReadOnlyList<LogLine> training)
    {
        var log = new RunLog(time, training);
        var folder = RunStore.RelativeFolder(run.Id);
        log.Evaluated(loss, run.Metrics.Accuracy);
        log.ModelSaved($"{folder}/{RunFiles.Weights}");
        log.Predicted(run.Metrics.Correct, run.Metrics.Correct + run.Metrics.Wrong);
        log.ConfusionMatrixSaved($"{folder}/{RunFiles.ConfusionMatrix}");
        return log.Lines;
    }

    /// <summary>The weights as a file, with what is needed to use them in its metadata.</summary>
    private static byte[] WeightsOf(TrainedModel model)
    {
        var metadata = new Dictionary<string, string>
        {
            ["format"] = "pt",
            ["model"] = model.Options.Model,
            ["normalize"] = JsonNamingPolicy.KebabCaseLower.ConvertName(model.Options.Normalize.ToString()),
            ["shape"] = FormattableString.Invariant($"{model.Shape.Height}x{model.Shape.Width}x{model.Shape.Channels}"),
        };
        if (model.Options.Preprocess != PreprocessingNames.None)
        {
            metadata["preprocess"] = model.Options.Preprocess; // the file of a model without is what it was before there was the key
        }

        return SafeTensors.Write(model.Weights, metadata);
    }

    internal static string Title(string what, int correct, int total) => string.Create(
        CultureInfo.InvariantCulture, $"{what}: {correct:N0} of {total:N0} right ({100.0 * correct / total:F2}%)");
}

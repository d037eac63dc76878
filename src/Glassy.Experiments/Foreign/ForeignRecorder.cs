using System.Globalization;
using Glassy.Charts;
using Glassy.Datasets;
using Glassy.Execution;
using Glassy.Metrics;
using Glassy.Runs;

namespace Glassy.Foreign;

/// <summary>Writes what a run consists of whose predictions another program made. What is not known is not there.</summary>
/// <param name="project">Its commit is recorded.</param>
/// <param name="time">Gives the run its time.</param>
public sealed class ForeignRecorder(ProjectFolder project, TimeProvider time)
{
    /// <summary>Writes the run's files; see <see cref="RunFiles.Always"/>.</summary>
    /// <param name="id">From <see cref="ForeignRunId"/>.</param>
    /// <param name="folder">Absolute path of the folder to write to, as <see cref="RunStore.RecordAsync"/> gives it.</param>
    /// <param name="read">What the recipe names.</param>
    /// <param name="dataset">What the predictions are about.</param>
    /// <param name="cancellationToken">Looked at between the files.</param>
    public async Task WriteAsync(string id, string folder, ReadRecipe read, DatasetInfo dataset, CancellationToken cancellationToken)
    {
        var report = EvaluationReport.From(dataset.Classes, read.Test.Predictions);
        var run = new Run
        {
            SchemaVersion = Run.CurrentSchemaVersion,
            Id = id,
            CreatedAt = time.GetUtcNow(),
            Dataset = dataset.ForRecord(),
            Options = null,
            Foreign = read.Origin,
            Epochs = read.Epochs,
            Metrics = RunMetrics.Of(report),
            Confusion = report.Confusion.Rows,
            PerClass = report.PerClass,
            Model = read.Model,
            Environment = null,
            Commit = await GitCommit.FindAsync(project.Root, cancellationToken).ConfigureAwait(false),
            Durations = null,
        };
        var title = string.Create(
            CultureInfo.InvariantCulture,
            $"Confusion matrix: {report.Correct:N0} of {report.Total:N0} right ({report.Accuracy * 100:F2}%)");
        await WriteAsync(RunFiles.Json, RunSerializer.Write(run)).ConfigureAwait(false);
        await WriteAsync(RunFiles.Predictions, PredictionsFile.Write(read.Test.Predictions, dataset.Classes.Count)).ConfigureAwait(false);
        await WriteAsync(RunFiles.ConfusionMatrix, ConfusionMatrixChart.Render(title, dataset.Classes, run.Confusion)).ConfigureAwait(
            false);
        await WriteAsync(
            RunFiles.Log,
            System.Text.Encoding.UTF8.GetBytes(string.Concat(LogOf(run, read).Select(line => $"{line}\n")))).ConfigureAwait(false);
        if (read.Validation is { } validation)
        {
            await WriteAsync(RunFiles.Validation, PredictionsFile.Write(validation, dataset.Classes.Count)).ConfigureAwait(false);
        }

        if (read.Test.Attributes.Count > 0)
        {
            await WriteAsync(RunFiles.Attributes, RunSerializer.WriteAttributes(read.Test.Attributes)).ConfigureAwait(false);
        }

        Task WriteAsync(string name, byte[] bytes) => File.WriteAllBytesAsync(Path.Combine(folder, name), bytes, cancellationToken);
    }

    private IEnumerable<LogLine> LogOf(Run run, ReadRecipe read)
    {
        var now = time.GetLocalNow();
        var scores = read.Test.Scores switch
        {
            null => "answers alone, without probabilities",
            ScoreKind.Logits => "logits",
            _ => "probabilities",
        };
        var how = read.Test.Scores is null || read.Test.AreScoresDeclared ? "" : ", recognised by the numbers";
        yield return new LogLine(now, string.Create(
            CultureInfo.InvariantCulture,
            $"{(read.Onnx is null ? "Read" : "Made")} {read.Test.Predictions.Count:N0} predictions {(read.Onnx is null ? "from" : "by")} '{read.Recipe.Predictions}': {scores}{how}"));
        if (read.Test.Attributes.Count > 0)
        {
            yield return new LogLine(
                now, $"Kept as attributes of pictures: {string.Join(", ", read.Test.Attributes.Select(attribute => attribute.Name))}");
        }

        if (read.Test.Unread.Count > 0)
        {
            yield return new LogLine(now, $"Columns not read: {string.Join(", ", read.Test.Unread)}");
        }

        foreach (var warning in read.Test.Warnings)
        {
            yield return new LogLine(now, $"Warning: {warning}");
        }

        yield return new LogLine(
            now, string.Create(CultureInfo.InvariantCulture, $"False predictions: {run.Metrics.Wrong:N0}/{run.Dataset.Test.Count:N0}"));
        yield return new LogLine(
            now, string.Create(CultureInfo.InvariantCulture, $"True predictions: {run.Metrics.Correct:N0}/{run.Dataset.Test.Count:N0}"));
    }
}

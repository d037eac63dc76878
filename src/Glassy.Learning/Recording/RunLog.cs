using System.Globalization;
using Glassy.Runs;

namespace Glassy.Recording;

/// <summary>What a run says while it is made, in the words of the original write-up.</summary>
/// <param name="time">Gives each line its time.</param>
/// <param name="earlier">Lines that were written before, such as those of the training.</param>
public sealed class RunLog(TimeProvider time, params IEnumerable<LogLine> earlier)
{
    private readonly List<LogLine> _lines = [.. earlier];

    public IReadOnlyList<LogLine> Lines => _lines;

    public void TrainingStarted(int epochs) => Add($"Training with EPOCHS={epochs}");

    public void Evaluated(double loss, double accuracy) => Add($"Loss: {loss:F4}, Accuracy: {accuracy * 100:F2}%");

    public void TrainingFinished(int epochs) => Add($"Finished training with EPOCHS={epochs}");

    /// <param name="epoch">The best one.</param>
    /// <param name="patience">After how many epochs without a better one training stopped; null when it did not.</param>
    public void WeightsKept(EpochMetrics epoch, int? patience)
    {
        if (patience is { } epochs)
        {
            Add($"Stopped early: no lower validation loss in {epochs} {(epochs == 1 ? "epoch" : "epochs")}");
        }

        Add($"Kept the weights of epoch {epoch.Epoch}, the best by validation loss: {epoch.ValidationLoss:F4}");
    }

    /// <param name="path">Relative to the project.</param>
    public void ModelSaved(string path) => Add($"Model saved to path '{path}'");

    public void Predicted(int correct, int total)
    {
        Add($"False predictions: {total - correct:N0}/{total:N0}");
        Add($"True predictions: {correct:N0}/{total:N0}");
    }

    /// <param name="path">Relative to the project.</param>
    public void ConfusionMatrixSaved(string path) => Add($"Confusion matrix saved to path '{path}'");

    public void DrawingsStarted(int epochs, double accuracy) =>
        Add($"Testing model with EPOCHS: {epochs} and ACCURACY: {accuracy * 100:F2}");

    /// <summary>One drawing's result, by class name.</summary>
    public void DrawingPredicted(string predicted, string truth) => Add($"predicted: {predicted} and it was {truth}");

    public void DrawingsFinished(int correct, int total)
    {
        Add($"Accuracy: {100.0 * correct / total:F1}%");
        Add($"Number of faults: {total - correct}/{total}");
        Add($"Number of correct: {correct}/{total}");
    }

    /// <summary>The lines as a file holds them, each with its line end.</summary>
    public static string Format(IEnumerable<LogLine> lines) => string.Concat(lines.Select(line => $"{line}\n"));

    /// <summary>Appends lines to a log that grows from run to run, such as <c>logs/tune.log</c>.</summary>
    /// <param name="file">Absolute path; its folder is made.</param>
    /// <param name="lines">In order.</param>
    /// <param name="cancellationToken">Stops before writing.</param>
    public static async Task AppendAsync(string file, IEnumerable<LogLine> lines, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!); // an absolute path of a file has a folder
        await File.AppendAllTextAsync(file, Format(lines), cancellationToken);
    }

    private void Add(FormattableString text) =>
        _lines.Add(new LogLine(time.GetLocalNow(), text.ToString(CultureInfo.InvariantCulture)));
}

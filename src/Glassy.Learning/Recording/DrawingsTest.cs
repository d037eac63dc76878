using Glassy.Charts;
using Glassy.Datasets;
using Glassy.Datasets.Drawings;
using Glassy.Evaluation;
using Glassy.Metrics;
using Glassy.Runs;

namespace Glassy.Recording;

/// <summary>Lets a recorded run read the author's own drawings. They are no part of the run: other drawings need no new training.</summary>
/// <param name="Test">What the model says of them.</param>
/// <param name="Chart">A PNG of their confusion matrix.</param>
/// <param name="Log">What was said meanwhile.</param>
public sealed record DrawingsTest(CustomTest Test, byte[] Chart, IReadOnlyList<LogLine> Log)
{
    /// <param name="run">Whose model reads.</param>
    /// <param name="weights">The run's.</param>
    /// <param name="drawings">In file name order, at least one.</param>
    /// <param name="at">The time of all lines: that of the run's last one, so that the same run and drawings give the same log.</param>
    /// <param name="cancellationToken">Looked at before each batch.</param>
    /// <exception cref="ArgumentException">A drawing is not of the size of the dataset's pictures.</exception>
    /// <exception cref="InvalidDataException">The weights are of another model.</exception>
    public static DrawingsTest Of(
        Run run, ModelWeights weights, IReadOnlyList<CustomDrawing> drawings, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var model = new TrainedModel(run.OwnOptions, run.Dataset.Shape, run.Dataset.Classes.Count, weights);
        var test = Read(model, drawings, cancellationToken);
        var chart = ConfusionMatrixChart.Render(
            RunRecorder.Title("Custom drawings", test.Correct, test.Count), run.Dataset.Classes, test.Confusion);
        return new DrawingsTest(test, chart, LogOf(run, test, new Clock(at)));
    }

    private static CustomTest Read(TrainedModel model, IReadOnlyList<CustomDrawing> drawings, CancellationToken cancellationToken)
    {
        if (drawings.FirstOrDefault(drawing => drawing.Pixels.Length != model.Shape.Length) is { } odd)
        {
            throw new ArgumentException(
                $"{odd.FileName}: {odd.Pixels.Length} bytes of pixels, expected {model.Shape.Length} as the dataset's pictures");
        }

        var pixels = drawings.SelectMany(drawing => drawing.Pixels.ToArray()).ToArray();
        var images = new LabeledImages(model.Shape, pixels, [.. drawings.Select(drawing => drawing.Label)]);
        var predictions = Evaluator.Evaluate(model, images, cancellationToken).Predictions
            .Select((prediction, i) => new CustomPrediction(
                drawings[i].FileName, prediction.Label, prediction.Predicted, prediction.Probabilities))
            .ToArray();
        var confusion = ConfusionCounts.From(
            model.Classes, predictions.Select(prediction => (prediction.Label, prediction.Predicted)));
        return new CustomTest(drawings.Count, confusion.Correct, confusion.Accuracy, confusion.Rows, predictions);
    }

    private static IReadOnlyList<LogLine> LogOf(Run run, CustomTest test, TimeProvider time)
    {
        var log = new RunLog(time);
        log.DrawingsStarted(EarlyStopping.KeptEpoch(run.OwnOptions, run.Epochs), run.Metrics.Accuracy);
        foreach (var prediction in test.Predictions)
        {
            log.DrawingPredicted(run.Dataset.Classes[prediction.Predicted], run.Dataset.Classes[prediction.Label]);
        }

        log.DrawingsFinished(test.Correct, test.Count);
        return log.Lines;
    }

    private sealed class Clock(DateTimeOffset at) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => at;
    }
}

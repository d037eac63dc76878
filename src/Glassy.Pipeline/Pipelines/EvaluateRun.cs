using Glassy.Caching;
using Glassy.Comparison;
using Glassy.Configuration;
using Glassy.Datasets;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Metrics;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>Computes the figures of a run's predictions with their intervals, and reads what people say of the test split's labels.</summary>
internal sealed class EvaluateRun(BuildSettings build)
{
    private const string Stage = "intervals";
    private const int Recipe = 1;
    private const string IntervalsFile = "intervals.json";

    /// <summary>Draws the intervals of a run's figures, once for the same predictions: later builds take them from the cache.</summary>
    public async Task<IReadOnlyList<FigureInterval>> IntervalsAsync(Run run, CancellationToken cancellationToken)
    {
        var store = new RunStore(build.Project);
        var entry = await new StageCache(build.CacheFolder).GetOrAddAsync(
            Stage,
            StageCache.KeyOf(Stage, Recipe, new { Predictions = UserData.Read(() => store.HashOfPredictions(run)), Resampling.Default }),
            async (folder, token) =>
            {
                var predictions = UserData.Read(() => store.LoadPredictions(run));
                var figures = SampledFigures.BesidesShares.Where(figure => !figure.NeedsProbabilities || predictions.All(prediction => prediction.HasProbabilities));
                var intervals = PictureBootstrap.Intervals(predictions, run.Dataset.Classes.Count, [.. figures], Resampling.Default);
                await CacheJson.WriteAsync(folder, IntervalsFile, intervals, token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return entry.Read<IReadOnlyList<FigureInterval>>(IntervalsFile);
    }

    public RunResults Evaluate(Run run, IExecutionContext context)
    {
        var predictions = UserData.Read(() => new RunStore(build.Project).LoadPredictions(run));
        var results = RunResults.Of(run, predictions) with { Scaled = Scaled(run, predictions) };
        if (NotesOf(run.Dataset) is { } file)
        {
            var mistakes = new List<Diagnostic>();
            results = results with
            {
                Notes = LabelNotesFile.Parse(
                    build.Project.Relative(file),
                    File.ReadAllText(file),
                    run.Dataset.Classes,
                    [.. predictions.Select(prediction => prediction.Label)],
                    mistakes),
            };
            mistakes.ForEach(context.Report);
        }

        return results;
    }

    /// <summary>What a temperature that is fitted on the pictures held out of training makes of the test split's probabilities.</summary>
    public TemperatureScaling? Scaled(Run run, IReadOnlyList<Prediction> predictions) =>
        TemperatureScaling.Of(UserData.Read(() => new RunStore(build.Project).LoadValidation(run)) ?? [], predictions);

    /// <summary>The project's own notes, else for MNIST itself those that come with the program; null when there are none.</summary>
    private string? NotesOf(DatasetInfo dataset)
    {
        var own = build.Project.Absolute(LabelNotes.PathOf(dataset.Name));
        var shipped = Path.GetFullPath(LabelNotes.PathOf(MnistSource.DatasetName), AppContext.BaseDirectory);
        return File.Exists(own) ? own
            : dataset.Sha256 == MnistSource.ContentSha256 && File.Exists(shipped) ? shipped
            : null;
    }
}

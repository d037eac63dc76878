using Glassy.Caching;
using Glassy.Comparison;
using Glassy.Configuration;
using Glassy.Datasets;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Metrics;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>
/// Computes the figures of a run's predictions with their intervals, and reads what people say of the test split's labels.
/// </summary>
internal sealed class EvaluateRun(BuildSettings build)
{
    private const string Stage = "intervals";
    private const int Recipe = 1;
    private const string IntervalsFile = "intervals.json";

    /// <summary>
    /// Draws the intervals of a run's figures, once for the same predictions and groups: later builds take them from the cache.
    /// </summary>
    /// <param name="run">Whose figures.</param>
    /// <param name="traits">What is known of its test pictures.</param>
    /// <param name="cancellationToken">Stops before it draws.</param>
    public async Task<IReadOnlyList<FigureInterval>> IntervalsAsync(
        Run run,
        IReadOnlyList<PictureTrait> traits,
        CancellationToken cancellationToken)
    {
        var groups = PictureGroups.From(traits);
        var store = new RunStore(build.Project);
        var entry = await new StageCache(build.CacheFolder).GetOrAddAsync(
            Stage,
            StageCache.KeyOf(
                Stage,
                Recipe,
                new { Predictions = UserData.Read(() => store.HashOfPredictions(run)), Resampling.Default, Groups = groups?.Of }),
            async (folder, token) =>
            {
                var predictions = UserData.Read(() => store.LoadPredictions(run));
                var figures = SampledFigures.Drawn(EvaluationReport.From(run.Dataset.Classes, predictions), groups is not null);
                var intervals = PictureBootstrap.Intervals(predictions, run.Dataset.Classes.Count, figures, Resampling.Default, groups);
                await CacheJson.WriteAsync(folder, IntervalsFile, intervals, token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return entry.Read<IReadOnlyList<FigureInterval>>(IntervalsFile);
    }

    /// <summary>What a run keeps of the test pictures, as its predictions' file said it, and then what the dataset says.</summary>
    public IReadOnlyList<PictureTrait> TraitsOf(Run run, FoundDataset found)
    {
        var kept = UserData.Read(() => new RunStore(build.Project).LoadAttributes(run));
        return
        [
            .. kept,
            .. found.TestTraits.Where(trait => trait.Values.Count == run.Dataset.Test.Count && kept.All(other => other.Name != trait.Name))
        ];
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

using Glassy.Charts;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Metrics;
using Glassy.Recipes;
using Glassy.Recording;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>The runs that the project's recipes ask for: recorded before, or made now.</summary>
public sealed class TrainingPipeline : Pipeline<RunSet>
{
    public TrainingPipeline(BuildSettings build)
        : base(new MakeRuns(build)) => Dependencies = [nameof(DatasetPipeline)];
}

/// <summary>
/// Finds the recorded runs of the project's recipes, and makes those that are missing and wanted now (<see cref="MissingRuns"/>). One that
/// cannot be made is reported, and the others are made all the same.
/// </summary>
internal sealed class MakeRuns : IModule<RunSet>
{
    private readonly BuildSettings _build;
    private readonly RunStore _store;
    private readonly ForeignRuns _foreign;
    private readonly OnnxRuns _onnx;

    public MakeRuns(BuildSettings build)
    {
        (_build, _store) = (build, new RunStore(build.Project));
        (_foreign, _onnx) = (new ForeignRuns(build, _store), new OnnxRuns(build, _store));
    }

    public async Task<(RunSet Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context)
    {
        var found = context.Outputs.Of<FoundDataset>();
        if (_build is { Shard: not null, Config.Dataset.IsAuto: true })
        {
            context.Report(Diagnostic.Warning(
                $"`dataset: auto` is '{found.Info.Name}' on this machine and may be another on the next: "
                + $"say --dataset {found.Info.Name}, so that all shards learn the same"));
        }

        _build.Config.RecipeWarnings.ToList().ForEach(context.Report);
        var missing = Missing(found);
        foreach (var damage in missing.Select(run => _store.DamageOf(run.Id, run.Recipe.Command)).OfType<string>())
        {
            context.Report(Diagnostic.Warning(damage));
        }

        var (made, failed) = await MakeAsync(missing, found, context).ConfigureAwait(false);
        var (wishes, unread) = (new List<(Recipe Recipe, Run? Run, bool IsNew)>(), new List<FailedRun>());
        foreach (var recipe in _build.Config.Recipes)
        {
            var (run, isNew) = recipe.Options is { } options
                ? (FindSound(RunId.Of(options, found.Info), recipe, context), false)
                : await ReadAsync(recipe, found, unread, context).ConfigureAwait(false);
            wishes.Add((recipe, run, isNew || (run is not null && made.Contains(run.Id))));
        }

        ReportSame(wishes, context);
        var runs = wishes.ToLookup(wish => wish.Run is not null);
        // they are there
        var intervals = await IntervalsOfAsync(runs[true].Select(wish => wish.Run!), found, context).ConfigureAwait(false);
        var set = new RunSet(
            [.. runs[true].Select(wish => new RecipeRun(
                wish.Recipe,
                wish.Run!,
                wish.IsNew,
                () => UserData.Read(() => Read(wish.Run!, found, intervals.GetValueOrDefault(wish.Run!.Id, [])))))],
            [.. runs[false].Select(wish => wish.Recipe)]);
        return (set with { Recipes = _build.Config.Recipes, Failed = [.. failed, .. unread] }, []);
    }

    /// <summary>
    /// Says which recipes are one run because their files say the same: of trainings that is meant, of files it is most likely a slip.
    /// </summary>
    private void ReportSame(IEnumerable<(Recipe Recipe, Run? Run, bool IsNew)> wishes, IExecutionContext context)
    {
        // it is there
        foreach (var same in wishes.Where(wish => wish.Run is not null && wish.Recipe.Options is null).GroupBy(wish => wish.Run!.Id))
        {
            var first = same.First().Recipe;
            foreach (var (other, _, _) in _build.RunId is null ? same.Skip(1) : [])
            {
                context.Report(Diagnostic.Warning(
                    $"says the same of every picture as '{FileOf(first)}', so that the recipes '{first.Label}' and '{other.Label}' are one run; is it the file that was meant?",
                    FileOf(other)));
            }
        }
    }

    /// <summary>One that trains nothing names a file of predictions or a model.</summary>
    private static string FileOf(Recipe recipe) => recipe.Foreign?.Predictions ?? recipe.Onnx!.Weights;

    /// <summary>
    /// The recorded run; none where there is none, and where it is damaged, which is reported: no page shows one that contradicts itself.
    /// </summary>
    private Run? FindSound(string id, Recipe recipe, IExecutionContext context)
    {
        if (_store.DamageOf(id, recipe.Command) is not { } damage)
        {
            return UserData.Read(() => _store.Find(id));
        }

        context.Report(Diagnostic.Error(damage));
        return null;
    }

    /// <summary>
    /// The run of a recipe that reads another program's predictions or evaluates its model; none after reporting why, or when it is not to
    /// be made now.
    /// </summary>
    private async Task<(Run? Run, bool IsNew)> ReadAsync(
        Recipe recipe,
        FoundDataset found,
        List<FailedRun> failed,
        IExecutionContext context)
    {
        if (_build.RunId is not null)
        {
            return (_foreign.FindByFile(FileOf(recipe), found), false); // the run that is asked for is there, and its file may be gone
        }

        try
        {
            return recipe.Foreign is { } foreign
                ? await _foreign.MakeAsync(recipe, foreign, found, context).ConfigureAwait(false)
                : await _onnx.MakeAsync(recipe, recipe.Onnx!, found, context).ConfigureAwait(false);
        }
        catch (DiagnosticException mistake)
        {
            mistake.Diagnostics.ToList().ForEach(context.Report);
            failed.Add(new FailedRun(null, recipe, mistake.Diagnostics));
            return (null, false);
        }
    }

    /// <summary>
    /// By the run's id. A run whose predictions cannot be read has none; why is reported, and the others are read all the same.
    /// </summary>
    private async Task<IReadOnlyDictionary<string, IReadOnlyList<FigureInterval>>> IntervalsOfAsync(
        IEnumerable<Run> runs,
        FoundDataset found,
        IExecutionContext context)
    {
        var (evaluation, intervals) = (new EvaluateRun(_build), new Dictionary<string, IReadOnlyList<FigureInterval>>());
        foreach (var run in runs.DistinctBy(run => run.Id))
        {
            try
            {
                intervals[run.Id] = await evaluation
                    .IntervalsAsync(run, evaluation.TraitsOf(run, found), context.CancellationToken)
                    .ConfigureAwait(false);
            }
            catch (DiagnosticException mistake)
            {
                mistake.Diagnostics.ToList().ForEach(context.Report);
            }
        }

        return intervals;
    }

    private RunResults Read(Run run, FoundDataset found, IReadOnlyList<FigureInterval> intervals)
    {
        var (predictions, evaluation) = (_store.LoadPredictions(run), new EvaluateRun(_build));
        return RunResults.Of(run, predictions) with
        {
            Intervals = intervals,
            Scaled = evaluation.Scaled(run, predictions),
            Traits = evaluation.TraitsOf(run, found),
        };
    }

    /// <summary>What is to be made now. A run that is asked for by its id is there, and asks for no other.</summary>
    private IReadOnlyList<PlannedRun> Missing(FoundDataset found) => _build.MayTrain && _build.RunId is null
        ? [.. WantedRuns.Here(_build, found.Info).Where(run => _store.FindSound(run.Id) is null)]
        : [];

    /// <returns>The ids of the runs that this process has made, and those that cannot be made.</returns>
    private async Task<(IReadOnlySet<string> Made, IReadOnlyList<FailedRun> Failed)> MakeAsync(
        IReadOnlyList<PlannedRun> missing,
        FoundDataset found,
        IExecutionContext context)
    {
        if (missing.Count > 0 && ChartFonts.Unwritable(found.Info.Classes) is [_, ..] unwritable)
        {
            context.Report(Diagnostic.Warning(
                $"the charts' font (DejaVu Sans) has no letters for the classes {Spelling.Some(unwritable)}: the PNG of the confusion matrix shows boxes; the page's own matrix does not"));
        }

        var runs = new MissingRuns(_build, _store, found, missing);
        await runs.MakeAsync(context.CancellationToken).ConfigureAwait(false);
        runs.Failed.SelectMany(run => run.Mistakes).ToList().ForEach(context.Report);
        return (runs.Made, runs.Failed);
    }
}

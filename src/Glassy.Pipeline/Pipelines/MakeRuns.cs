using System.Collections.Concurrent;
using Glassy.Charts;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Recipes;
using Glassy.Recording;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>
/// Finds the recorded runs of the project's recipes, and makes those that are missing and wanted now, as many at once as there are
/// processors for. One that cannot be made is reported, and the others are made all the same.
/// </summary>
internal sealed class MakeRuns(BuildSettings build) : IModule<RunSet>
{
    private readonly RunStore _store = new(build.Project);

    public async Task<(RunSet Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context)
    {
        var found = context.Outputs.Of<FoundDataset>();
        if (build is { Shard: not null, Config.Dataset: "auto" })
        {
            context.Report(Diagnostic.Warning(
                $"`dataset: auto` is '{found.Info.Name}' on this machine and may be another on the next: "
                + $"say --dataset {found.Info.Name}, so that all shards learn the same"));
        }

        var missing = Missing(found);
        var failed = await MakeAsync(missing, found, context).ConfigureAwait(false);
        var made = missing.Select(run => run.Id).Except(failed.Select(run => run.Id)).ToHashSet();
        var runs = build.Config.Recipes
            .Select(recipe => (Recipe: recipe, Run: UserData.Read(() => _store.Find(RunId.Of(recipe.Options, found.Info)))))
            .ToLookup(wish => wish.Run is not null);
        var set = new RunSet(
            [.. runs[true].Select(wish => new RecipeRun(wish.Recipe, wish.Run!, made.Contains(wish.Run!.Id), () => Read(wish.Run)))],
            [.. runs[false].Select(wish => wish.Recipe)]);
        return (set with { Failed = failed }, []);
    }

    private RunResults Read(Run run) => RunResults.Of(run, _store.LoadPredictions(run));

    /// <summary>What is to be made now. A run that is asked for by its id is there, and asks for no other.</summary>
    private IReadOnlyList<PlannedRun> Missing(FoundDataset found) => build.MayTrain && build.RunId is null
        ? [.. WantedRuns.Here(build, found.Info).Where(run => UserData.Read(() => _store.Find(run.Id)) is null)]
        : [];

    private async Task<IReadOnlyList<FailedRun>> MakeAsync(IReadOnlyList<PlannedRun> missing, FoundDataset found, IExecutionContext context)
    {
        if (missing.Count > 0 && ChartFonts.Unwritable(found.Info.Classes) is [_, ..] unwritable)
        {
            context.Report(Diagnostic.Warning(
                $"the charts' font (DejaVu Sans) has no letters for the classes {string.Join(", ", unwritable)}: the PNG of the confusion matrix shows boxes; the page's own matrix does not"));
        }

        using var progress = SetProgress.Of(build.Progress, [.. missing.Select(run => run.Recipe)], found.Info.Train.Count);
        var (trainer, mistakes) = (new TrainRun(build, _store), new ConcurrentDictionary<string, IReadOnlyList<Diagnostic>>());
        await Parallel.ForEachAsync(
            missing,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce(missing), CancellationToken = context.CancellationToken },
            async (run, token) =>
            {
                var own = progress.For(run.Recipe);
                try
                {
                    var recorded = await trainer.MakeAsync(run.Id, run.Recipe, found, own, token).ConfigureAwait(false);
                    await own.DoneAsync(() => RunLog.AppendAsync(build.Project.Absolute("logs/tune.log"), _store.LoadLog(recorded), token)).ConfigureAwait(false);
                }
                catch (DiagnosticException mistake)
                {
                    mistakes[run.Id] = mistake.Diagnostics; // reported below, in an order that does not depend on timing
                    own.Failed();
                }
            }).ConfigureAwait(false);
        var failed = missing.Where(run => mistakes.ContainsKey(run.Id)).Select(run => new FailedRun(run.Id, run.Recipe, mistakes[run.Id])).ToList();
        failed.SelectMany(run => run.Mistakes).ToList().ForEach(context.Report);
        return failed;
    }

    private static int AtOnce(IReadOnlyList<PlannedRun> runs) =>
        Math.Max(1, Environment.ProcessorCount / runs.Select(run => run.Recipe.Options.Threads).DefaultIfEmpty(1).Max());
}

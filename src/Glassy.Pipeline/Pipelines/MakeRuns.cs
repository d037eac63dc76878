using Glassy.Charts;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Recipes;
using Glassy.Recording;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>Finds the recorded runs of the project's recipes, and makes those that are missing and wanted now, as many at once as there are processors for.</summary>
internal sealed class MakeRuns(BuildSettings build) : IModule<RunSet>
{
    private readonly RunStore _store = new(build.Project);

    public async Task<(RunSet Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context)
    {
        var found = context.Outputs.Of<FoundDataset>();
        var primary = build.Config.PrimaryRecipe.Label;
        var wanted = build.Config.Recipes.Select(recipe => (Recipe: recipe, Id: RunId.Of(recipe.Options, found.Info))).ToList();
        var made = await MakeAsync([.. wanted.Where(wish => IsToBeMade(wish.Recipe, wish.Id, primary)).DistinctBy(run => run.Id)], found, context).ConfigureAwait(false);
        var runs = wanted
            .Select(wish => (wish.Recipe, Run: UserData.Read(() => _store.Find(wish.Id))))
            .ToLookup(wish => wish.Run is not null);
        return (
            new RunSet(
                [.. runs[true].Select(wish => new RecipeRun(wish.Recipe, wish.Run!, made.Contains(wish.Run!.Id), () => Read(wish.Run)))],
                [.. runs[false].Select(wish => wish.Recipe)]),
            []);
    }

    private RunResults Read(Run run) => RunResults.Of(run, _store.LoadPredictions(run));

    /// <summary>A run that is asked for by its id is there, and asks for no other.</summary>
    private bool IsToBeMade(Recipe recipe, string id, string primary) => build.MayTrain && build.RunId is null
        && (recipe.Set <= build.Runs || recipe.Label == primary) && UserData.Read(() => _store.Find(id)) is null;

    private async Task<IReadOnlySet<string>> MakeAsync(IReadOnlyList<(Recipe Recipe, string Id)> missing, FoundDataset found, IExecutionContext context)
    {
        if (missing.Count > 0 && ChartFonts.Unwritable(found.Info.Classes) is [_, ..] unwritable)
        {
            context.Report(Diagnostic.Warning(
                $"the charts' font (DejaVu Sans) has no letters for the classes {string.Join(", ", unwritable)}: the PNG of the confusion matrix shows boxes; the page's own matrix does not"));
        }

        using var progress = SetProgress.Of(build.Progress, [.. missing.Select(run => run.Recipe)], found.Info.Train.Count);
        var trainer = new TrainRun(build, _store);
        await Parallel.ForEachAsync(
            missing,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce(missing), CancellationToken = context.CancellationToken },
            async (run, token) =>
            {
                var recorded = await trainer.MakeAsync(run.Id, run.Recipe, found, progress.For(run.Recipe), token).ConfigureAwait(false);
                await progress.DoneAsync(() => RunLog.AppendAsync(build.Project.Absolute("logs/tune.log"), _store.LoadLog(recorded), token)).ConfigureAwait(false);
            }).ConfigureAwait(false);
        return missing.Select(run => run.Id).ToHashSet();
    }

    private static int AtOnce(IReadOnlyList<(Recipe Recipe, string Id)> runs) =>
        Math.Max(1, Environment.ProcessorCount / runs.Select(run => run.Recipe.Options.Threads).DefaultIfEmpty(1).Max());
}

using Glassy.Datasets;
using Glassy.Models;
using Glassy.Recipes;
using Glassy.Recording;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>The runs that are to be there and are trained: recorded, or made now.</summary>
internal static class WantedRuns
{
    /// <summary>Those of the recipes that are wanted now, and the one that the site is about, each once; recorded ones included.</summary>
    public static IReadOnlyList<PlannedRun> Of(BuildSettings build, DatasetInfo dataset)
    {
        var primary = build.Config.PrimaryRecipe.Label;
        return
        [
            .. build.Config.Recipes.Where(recipe => recipe.Options is not null && (recipe.Set <= build.Runs || recipe.Label == primary))
                .Select(recipe => PlannedRun.Of(
                    RunId.Of(recipe.TrainingOptions, dataset),
                    recipe,
                    dataset.Train.Count,
                    MultiplicationsOf(recipe.TrainingOptions, dataset)))
                .DistinctBy(run => run.Id),
        ];
    }

    /// <summary>Those that this machine makes when they are missing.</summary>
    public static IReadOnlyList<PlannedRun> Here(BuildSettings build, DatasetInfo dataset) => build.Shard is { } shard
        ? ShardPlan.Of(Of(build, dataset), shard.Count)[shard.Number - 1]
        : Of(build, dataset);

    private static long MultiplicationsOf(TrainingOptions options, DatasetInfo dataset) =>
        ArchitectureCatalog.Get(options.Model).MultiplicationsOf(dataset.Shape, dataset.Classes.Count, options);
}

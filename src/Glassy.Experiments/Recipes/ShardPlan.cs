namespace Glassy.Recipes;

/// <summary>
/// Which runs each of several machines makes, so that all are at work for about as long. It follows from the recipes and the data alone,
/// not from what is recorded where: every machine works it out for itself, at any time, to the same result.
/// </summary>
/// <remarks>
/// The costliest run first, each to the shard that has the least so far: the longest shard takes at most 4/3 of the best plan's.
/// Source: R. L. Graham 1969, "Bounds on multiprocessing timing anomalies", SIAM Journal on Applied Mathematics 17.
/// </remarks>
public static class ShardPlan
{
    /// <param name="runs">All that are wanted, in the order of the recipes, each once.</param>
    /// <param name="count">How many shards, 1 or more.</param>
    /// <returns>[count] the runs of each shard, in the order given; of more shards than runs some have none.</returns>
    public static IReadOnlyList<IReadOnlyList<PlannedRun>> Of(IReadOnlyList<PlannedRun> runs, int count)
    {
        var (shardOf, costs) = (new Dictionary<string, int>(), new long[count]);
        foreach (var run in runs.OrderByDescending(run => run.Cost)) // among equals in the order given
        {
            var least = Array.IndexOf(costs, costs.Min());
            shardOf[run.Id] = least;
            costs[least] += run.Cost;
        }

        var shards = runs.ToLookup(run => shardOf[run.Id]);
        return [.. Enumerable.Range(0, count).Select(shard => (IReadOnlyList<PlannedRun>)[.. shards[shard]])];
    }
}

using Glassy.Comparison;
using Glassy.Recipes;
using Glassy.Runs;

namespace Glassy.Checks;

/// <summary>What checks look at.</summary>
/// <param name="Results">The run that the site is about.</param>
/// <param name="Runs">All that the project asks for.</param>
/// <param name="Looks">How often the test split was looked at.</param>
public sealed record CheckedRun(RunResults Results, RunSet Runs, LookCount Looks)
{
    internal Run Run => Results.Run;

    /// <summary>
    /// Runs of the recipe that differ from this one by their seed alone, it included; 0 for a run that no recipe asks for.
    /// </summary>
    internal int Seeds => Runs.Groups
        .Where(group => group.Any(run => run.Run.Id == Run.Id))
        .Select(group => group.DistinctBy(run => run.Run.Id).Count())
        .DefaultIfEmpty().Max();
}

using Glassy.Datasets;
using Glassy.Recipes;
using Glassy.Runs;
using Glassy.Wording;

namespace Glassy.Tokens;

/// <summary>What <c>{{ tokens }}</c> in prose can name; members are in snake_case there.</summary>
/// <param name="Run">The run; null on a site without one, as are the next three.</param>
/// <param name="Dataset">What was learned from.</param>
/// <param name="Report">What stands out in the run.</param>
/// <param name="Model">What was trained; null, too, for a run that was trained elsewhere.</param>
/// <param name="Site">The site's own texts.</param>
public sealed record TokenModel(RunTokens? Run, DatasetInfo? Dataset, ReportTokens? Report, ModelInfo? Model, SiteTokens Site)
{
    /// <summary>What is known of the project's recipes, by name; null on a site without a run.</summary>
    public IReadOnlyDictionary<string, RecipeTokens>? Recipes { get; init; }

    public static TokenModel Of(RunResults? results, SiteTokens site, Words? words = null, RunSet? runs = null) => results is null
        ? new TokenModel(null, null, null, null, site)
        : new TokenModel(
            RunTokens.Of(results.Run, results.Custom),
            results.Run.Dataset,
            ReportTokens.Of(results, words ?? WordsReader.English),
            results.Run.Model,
            site)
        {
            Recipes = RecipeTokens.AllOf(runs ?? new RunSet([], []), words ?? WordsReader.English),
        };
}

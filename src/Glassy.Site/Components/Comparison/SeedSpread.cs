using Glassy.Comparison;
using Glassy.Components.Binding;
using Glassy.Metrics;
using Glassy.Recipes;
using Glassy.Sources;
using Glassy.Theme;
using Glassy.Wording;

namespace Glassy.Components.Comparison;

/// <summary>
/// How much chance alone moves the accuracy: a dot for each seed, and the interval of their mean, <c>&lt;SeedSpread recipe="seeds"
/// /&gt;</c>.
/// </summary>
public sealed class SeedSpread() : Component<SeedSpread.Call>("SeedSpread")
{
    /// <param name="Recipe">The name of one recipe; all when absent.</param>
    public sealed record Call(Located<string>? Recipe = null);

    /// <param name="Name">What its runs have in common.</param>
    /// <param name="Seeds">In order.</param>
    /// <param name="Accuracies">[seeds] share of test pictures right, 0..1.</param>
    /// <param name="Mean">Of them.</param>
    /// <param name="Interval">95 % t interval of the mean; null for one seed.</param>
    /// <param name="Range">The same, as it is shown; empty for one seed.</param>
    public sealed record Row(
        string Name,
        IReadOnlyList<long> Seeds,
        IReadOnlyList<double> Accuracies,
        double Mean,
        Interval? Interval,
        string Range);

    /// <param name="Svg">The drawing; null when nothing is recorded.</param>
    /// <param name="Rows">As drawn, from the top.</param>
    /// <param name="Pictures">In the test split.</param>
    /// <param name="Missing">The labels of runs that are not recorded.</param>
    public sealed record Model(RawHtml? Svg, IReadOnlyList<Row> Rows, int Pictures, IReadOnlyList<string> Missing);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site is not { Run: { } primary, Runs: { } runs })
        {
            return FailWithoutRun(call, context);
        }

        if (!IsOneOf(runs.Names, attributes.Recipe, "recipe", context))
        {
            return null;
        }

        bool IsShown(Recipe recipe) => attributes.Recipe is null || recipe.Name == attributes.Recipe.Value;
        string NameOf(Recipe recipe, string label) => attributes.Recipe is null ? label : recipe.Within(label);
        var rows = runs.Groups.Where(group => IsShown(group.First().Recipe))
            .Select(group => RowOf(group, NameOf(group.First().Recipe, group.Key), context.Words)).ToList();
        return new Model(
            rows.Count == 0 ? null : SeedSpreadSvg.Draw(rows, context.Words),
            rows,
            primary.Dataset.Test.Count,
            [.. runs.Missing.Where(IsShown).Select(recipe => NameOf(recipe, recipe.Label))]);
    }

    private static Row RowOf(IEnumerable<RecipeRun> group, string name, Words words)
    {
        var runs = group.DistinctBy(run => run.Run.Id).OrderBy(run => run.Seed).ToList();
        var summary = SeedSummary.OfShares(runs.Select(run => run.Run.Metrics.Accuracy));
        return new Row(
            name,
            [.. runs.Select(run => run.Seed)],
            [.. runs.Select(run => run.Run.Metrics.Accuracy)],
            summary.Mean,
            summary.Interval,
            summary.Interval is { } interval ? words.Figure(TemplateFunctions.PercentRange(interval.Low, interval.High)) : "");
    }
}

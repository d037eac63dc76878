using Glassy.Comparison;
using Glassy.Components.Binding;
using Glassy.Sources;
using Glassy.Wording;

namespace Glassy.Components.Comparison;

/// <summary>
/// Whether a change helped: the runs of a recipe against those with its first values, <c>&lt;Hypothesis recipe="thinning" /&gt;</c>.
/// </summary>
public sealed class Hypothesis() : Component<Hypothesis.Call>("Hypothesis")
{
    /// <param name="Recipe">The name of a recipe of which an option besides the seed has several values.</param>
    public sealed record Call(Located<string> Recipe);

    /// <param name="Name">What its runs have in common.</param>
    /// <param name="Seeds">How many pairs of runs.</param>
    /// <param name="Accuracy">Mean share of test pictures right over these seeds, 0..1.</param>
    /// <param name="Against">The baseline's mean over the same seeds, 0..1; null where these are all of its seeds.</param>
    /// <param name="Difference">From the baseline's, in points with a sign.</param>
    /// <param name="OverSeeds">95 % t interval of the difference over seeds, in points; empty for one seed, or when all are alike.</param>
    /// <param name="OverBoth">95 % interval over seeds and pictures, in points; empty for one seed.</param>
    /// <param name="P">Holm-corrected; empty for one seed, or when all are alike.</param>
    /// <param name="Verdict"><c>higher</c>, <c>lower</c>, <c>open</c>, or <c>one_seed</c>.</param>
    public sealed record Row(
        string Name,
        int Seeds,
        double Accuracy,
        double? Against,
        string Difference,
        string OverSeeds,
        string OverBoth,
        string P,
        string Verdict);

    /// <param name="Baseline">What the others are compared with.</param>
    /// <param name="StandsInFor">The recipe's first value when that is not recorded, so that another is the baseline; else null.</param>
    /// <param name="BaselineSeeds">How many runs it has.</param>
    /// <param name="BaselineAccuracy">Their mean, 0..1.</param>
    /// <param name="Rows">Those that are recorded, in order.</param>
    /// <param name="Pictures">In the test split.</param>
    /// <param name="Missing">The labels of runs that are not recorded.</param>
    public sealed record Model(
        string Baseline,
        string? StandsInFor,
        int BaselineSeeds,
        double BaselineAccuracy,
        IReadOnlyList<Row> Rows,
        int Pictures,
        IReadOnlyList<string> Missing);

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

        var groups = runs.Groups
            .Where(group => group.First().Recipe.Name == attributes.Recipe.Value)
            .Select(group => group.ToList())
            .ToList();
        var missing = runs.Missing
            .Where(recipe => recipe.Name == attributes.Recipe.Value)
            .Select(recipe => recipe.Within(recipe.Label))
            .ToList();
        if (groups is not [var baseline, ..])
        {
            return new Model("", null, 0, 0, [], primary.Dataset.Test.Count, missing);
        }

        var first = runs.FirstOf(attributes.Recipe.Value);
        var seeds = baseline.Select(run => run.Seed).ToHashSet();
        var others = groups.Skip(1).Where(group => group.Any(run => seeds.Contains(run.Seed))).ToList();
        return new Model(
            baseline[0].Recipe.Within(baseline[0].Recipe.Group),
            first.Group == baseline[0].Recipe.Group ? null : first.Within(first.Group),
            seeds.Count,
            SeedSummary.Of(baseline.Select(run => run.Run.Metrics.Accuracy)).Mean,
            [.. RecipeDifference.Of(baseline, others)
                .Select(difference => RowOf(difference, baseline[0].Recipe.Within(difference.Group), seeds.Count, context.Words))],
            primary.Dataset.Test.Count,
            missing);
    }

    private static Row RowOf(RecipeDifference difference, string name, int seeds, Words words) => new(
        name,
        difference.Paired.Seeds.Count,
        difference.Accuracy,
        difference.Paired.Seeds.Count < seeds ? difference.Against : null,
        DifferenceText.Points(difference.Both.Difference, words),
        DifferenceText.Points(difference.Paired.Summary.Interval, words),
        DifferenceText.Points(difference.Both.Interval, words),
        difference.HolmP is { } p ? DifferenceText.P(p, words) : "",
        difference.Both.Interval is null ? "one_seed" : difference.Verdict switch { > 0 => "higher", < 0 => "lower", _ => "open" });
}

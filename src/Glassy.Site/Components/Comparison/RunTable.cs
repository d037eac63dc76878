using Glassy.Comparison;
using Glassy.Components.Binding;
using Glassy.Datasets.Duplicates;
using Glassy.Recipes;
using Glassy.Runs;
using Glassy.Sources;
using Glassy.Tokens;
using Glassy.Wording;
using static System.FormattableString;

namespace Glassy.Components.Comparison;

/// <summary>
/// The recorded runs, those that differ by their seed alone in one row: <c>&lt;RunTable /&gt;</c>, <c>&lt;RunTable recipe="sweep"
/// /&gt;</c>. Readers order it by its heads and, when it is long, filter it.
/// </summary>
public sealed class RunTable() : Component<RunTable.Call>(TagName)
{
    /// <summary>Where a page shows it, each run has a page of its own.</summary>
    public const string TagName = "RunTable";

    /// <param name="Recipe">The name of one recipe; all when absent.</param>
    public sealed record Call(Located<string>? Recipe = null);

    /// <param name="Name">What they have in common.</param>
    /// <param name="IsPrimary">Whether the run that the site is about is one of them.</param>
    /// <param name="Seeds">The runs' pages by their seeds, in order.</param>
    /// <param name="Accuracy">Mean share of test pictures right, 0..1.</param>
    /// <param name="Interval">95 % t interval of that mean over the seeds, in per cent; empty for one seed.</param>
    /// <param name="Low">Lower end of that interval, 0..1, by which it is ordered; null for one seed.</param>
    /// <param name="Loss">Mean cross-entropy on the test split, nats; null when one has no probabilities.</param>
    /// <param name="Seconds">Mean time of a training; null when not known.</param>
    /// <param name="Parameters">Of the model; null when not known.</param>
    /// <param name="Curve">The accuracy by epoch of the first of them; null when not known.</param>
    public sealed record Row(
        string Name,
        bool IsPrimary,
        IReadOnlyList<Seed> Seeds,
        double Accuracy,
        string Interval,
        double? Low,
        double? Loss,
        double? Seconds,
        long? Parameters,
        RawHtml? Curve);

    /// <param name="Number">The seed.</param>
    /// <param name="Href">Of its run's page, relative to this one.</param>
    public sealed record Seed(long Number, string Href);

    /// <param name="Style">The address of its style sheet, relative to the page.</param>
    /// <param name="Region">What the table is called where it is read out; a page may have several.</param>
    /// <param name="Rows">In the order of the recipes.</param>
    /// <param name="Pictures">In the test split.</param>
    /// <param name="Missing">The labels of runs that are not recorded.</param>
    /// <param name="Leaks">What every accuracy here is not, when test pictures, or groups of them, are in the training split too; else
    /// null.</param>
    public sealed record Model(
        string Style,
        string Region,
        IReadOnlyList<Row> Rows,
        int Pictures,
        IReadOnlyList<string> Missing,
        string? Leaks);

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
        return new Model(
            context.HrefOf("assets/css/runs.css"),
            context.NextName("runs.region"),
            [.. runs.Groups
                .Where(group => IsShown(group.First().Recipe))
                .Select(group => RowOf(group, NameOf(group.First().Recipe, group.Key), primary.Id, context))],
            primary.Dataset.Test.Count,
            [.. runs.Missing.Where(IsShown).Select(recipe => NameOf(recipe, recipe.Label))],
            LeaksOf(context.Site.Results?.Duplicates, primary.Dataset.Test.Count, context.Words));

        string NameOf(Recipe recipe, string label) => attributes.Recipe is null ? label : recipe.Within(label);
    }

    /// <summary>Of the dataset, and so of every run: pictures, and groups of them, that both splits have.</summary>
    private static string? LeaksOf(DuplicateReport? found, int pictures, Words words)
    {
        string?[] sentences =
        [
            found is { LeakedTest.Count: > 0 } ? DuplicateSentences.BetweenSplits(found, pictures, words) : null,
            found?.Groups is { Shared.Count: > 0 } groups ? LeakSentences.Groups(groups, pictures, words) : null,
        ];
        return string.Join(" ", sentences.OfType<string>()) is { Length: > 0 } text ? text : null;
    }

    private static Row RowOf(IEnumerable<RecipeRun> group, string name, string primary, ComponentContext context)
    {
        var recorded = group.DistinctBy(run => run.Run.Id).ToList();
        var runs = recorded.Select(run => run.Run).ToList();
        var accuracy = SeedSummary.OfShares(runs.Select(run => run.Metrics.Accuracy));
        return new Row(
            name,
            runs.Any(run => run.Id == primary),
            [.. recorded.OrderBy(run => run.Seed).Select(run => new Seed(run.Seed, context.Page.HrefOfRun(run.Run.Id)))],
            accuracy.Mean,
            accuracy.Interval is { } interval ? context.Words.Figure(Invariant($"{interval.Low * 100:F2}–{interval.High * 100:F2}%")) : "",
            accuracy.Interval?.Low,
            runs.All(run => run.Metrics.Loss is not null) ? runs.Average(run => run.Metrics.Loss) : null,
            runs.All(run => run.Durations is not null) ? runs.Average(run => run.Durations?.Training) : null,
            runs[0].Parameters,
            CurveOf(runs[0].Epochs));
    }

    private static RawHtml? CurveOf(IReadOnlyList<EpochMetrics> epochs)
    {
        double[] accuracies = [.. epochs.Select(epoch => epoch.ValidationAccuracy ?? epoch.Accuracy).OfType<double>()];
        return accuracies.Length > 0 && accuracies.Length == epochs.Count ? Sparkline.Of(accuracies) : null;
    }
}

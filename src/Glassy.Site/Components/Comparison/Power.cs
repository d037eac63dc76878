using System.Globalization;
using Glassy.Comparison;
using Glassy.Components.Binding;
using Glassy.Metrics;
using Glassy.Recipes;
using Glassy.Theme;

namespace Glassy.Components.Comparison;

/// <summary>
/// Which difference in accuracy the test pictures can show, and how many half a point would need: <c>&lt;Power /&gt;</c>.
/// </summary>
public sealed class Power() : Component<NoAttributes>("Power")
{
    private const double HalfAPoint = 0.005;
    private const string Dash = "–";

    /// <param name="Pictures">In the test split.</param>
    /// <param name="Paired">Whether two models that answer the same pictures are told apart, in a sentence.</param>
    /// <param name="Unpaired">Whether a model that answers others is, in a sentence.</param>
    /// <param name="Half">What half a point would need, in a sentence.</param>
    /// <param name="Rows">First those of the same pictures, from the least disagreement to the most.</param>
    /// <param name="HasDash">Whether one of them lacks a figure.</param>
    public sealed record Model(int Pictures, string Paired, string Unpaired, string Half, IReadOnlyList<Row> Rows, bool HasDash);

    /// <param name="Name">Which pictures, and whose disagreement.</param>
    /// <param name="Discordance">The share of pictures that exactly one of two has right; null where each has its own.</param>
    /// <param name="Difference">The least that is found, in percentage points; a dash where none is.</param>
    /// <param name="Needed">Pictures that half a point would need; a dash where half a point cannot be.</param>
    public sealed record Row(string Name, double? Discordance, string Difference, string Needed);

    /// <param name="Name">What it is called in the table.</param>
    /// <param name="As">What it is called in a sentence.</param>
    /// <param name="Share">0..1.</param>
    private sealed record Disagreement(string Name, string As, double Share);

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site is not { Results: { Report: var report } results, Runs: { } runs })
        {
            return FailWithoutRun(call, context);
        }

        var (accuracy, total) = (report.AccuracyProportion, context.Words.Whole(report.Total));
        var (all, usual) = DisagreementsOf(results.Predictions, accuracy.Value, Others(runs, results.Run.Id), report.Names.Count, context);
        var paired = DetectableDifference.OnTheSame(usual.Share, report.Total);
        var unpaired = DetectableDifference.OnOthers(accuracy.Value, report.Total);
        var needed = DetectableDifference.PicturesOfTheSame(usual.Share, HalfAPoint);
        var neededOfOthers = DetectableDifference.PicturesOfOthers(accuracy.Value, HalfAPoint);
        IReadOnlyList<Row> rows =
        [
            .. all.Select(one => new Row(
                one.Name,
                one.Share,
                Points(DetectableDifference.OnTheSame(one.Share, report.Total), context),
                Count(DetectableDifference.PicturesOfTheSame(one.Share, HalfAPoint), context))),
            new Row(context.Words["power.others"], null, Points(unpaired, context), Count(neededOfOthers, context)),
        ];
        return new Model(
            report.Total,
            context.Words.Of(
                paired is null ? "power.paired_none" : "power.paired",
                ("pictures", total), ("share", Percent(usual.Share, context)), ("as", usual.As), ("points", Points(paired, context))),
            context.Words.Of(unpaired is null ? "power.unpaired_none" : "power.unpaired", ("points", Points(unpaired, context))),
            context.Words.Of(needed is null ? "power.half_none" : "power.half", ("pictures", Count(needed, context))),
            rows,
            rows.Any(row => row.Difference == Dash || row.Needed == Dash));
    }

    private static List<RecipeRun> Others(RunSet runs, string id) =>
        [.. runs.Runs.Where(run => run.Run.Id != id).DistinctBy(run => run.Run.Id)];

    /// <summary>
    /// How much the site's run and each other disagree: the least, the median and the most; of one run what independent mistakes would
    /// give.
    /// </summary>
    private static (IReadOnlyList<Disagreement> All, Disagreement Usual) DisagreementsOf(
        IReadOnlyList<Prediction> predictions, double accuracy, List<RecipeRun> others, int classes, ComponentContext context)
    {
        var words = context.Words;
        if (others.Count == 0)
        {
            var assumed = new Disagreement(words["power.row_assumed"], words["power.as_assumed"], 2 * accuracy * (1 - accuracy));
            return ([assumed], assumed);
        }

        var found = others
            .Select(other => (other.Recipe.Label, Pair: PairedPredictions.Of(predictions, other.Results.Predictions, classes)))
            .Select(other => (other.Label, Share: (double)other.Pair.Counts.Discordant / other.Pair.Counts.Total))
            .OrderBy(other => other.Share).ToList();
        if (found is [var (only, share)])
        {
            var one = new Disagreement(words.Of("power.row_only", ("run", only)), words.Of("power.as_only", ("run", only)), share);
            return ([one], one);
        }

        var (below, above) = (found[(found.Count - 1) / 2].Share, found[found.Count / 2].Share);
        var median = new Disagreement(words["power.row_usual"], words.Of("power.as_usual", ("count", found.Count)), (below + above) / 2);
        return (
            [
                new Disagreement(words.Of("power.row_least", ("run", found[0].Label)), "", found[0].Share),
                median,
                new Disagreement(words.Of("power.row_most", ("run", found[^1].Label)), "", found[^1].Share),
            ],
            median);
    }

    private static string Percent(double share, ComponentContext context) => context.Words.Figure(TemplateFunctions.Percent(share));

    private static string Points(double? difference, ComponentContext context) => difference is { } known
        ? context.Words.Figure((known * 100).ToString("0.00", CultureInfo.InvariantCulture))
        : Dash;

    private static string Count(long? pictures, ComponentContext context) => pictures is { } known ? context.Words.Whole(known) : Dash;
}

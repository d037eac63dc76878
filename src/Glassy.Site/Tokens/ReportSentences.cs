using Glassy.Metrics;
using Glassy.Theme;
using Glassy.Wording;

namespace Glassy.Tokens;

/// <summary>
/// What stands out in a report, in sentences that hold for any run: without mistakes, with classes that do equally well.
/// Figures that are written alike count as alike, since readers see no more of them.
/// </summary>
/// <param name="report">Of at least one picture.</param>
/// <param name="words">In whose language.</param>
public sealed class ReportSentences(EvaluationReport report, Words words)
{
    /// <summary>More that are alike are counted, not named.</summary>
    private const int MostNamed = 3;

    private IEnumerable<ClassFigures> Tested => report.Classes.Where(figures => figures.Support > 0);

    /// <summary>Which class is told from the others worst, and which mistake is the commonest.</summary>
    public string Findings()
    {
        if (report.ConfusedPairs is not [var first, ..])
        {
            return words["findings.all_right"];
        }

        var lowest = TemplateFunctions.Percent(Tested.Min(figures => figures.F1!.Value)); // classes with pictures have one
        var weakest = words.Of(
            "findings.weakest",
            ("classes", NamesOf(Tested.Where(figures => TemplateFunctions.Percent(figures.F1!.Value) == lowest))), // likewise
            ("f1", words.Figure(lowest)));
        return $"{weakest} {Commonest([.. report.ConfusedPairs.TakeWhile(mistake => mistake.Count == first.Count)])}";
    }

    /// <summary>Of which classes the least and the most is found.</summary>
    public string Recall()
    {
        var low = TemplateFunctions.Percent(Tested.Min(figures => figures.Recall.Value));
        var high = TemplateFunctions.Percent(Tested.Max(figures => figures.Recall.Value));
        return words.Of(
            low == high ? "findings.recall_alike" : "findings.recall",
            ("lowest", NamesOf(Tested.Where(figures => TemplateFunctions.Percent(figures.Recall.Value) == low))),
            ("low", words.Figure(low)),
            ("highest", NamesOf(Tested.Where(figures => TemplateFunctions.Percent(figures.Recall.Value) == high))),
            ("high", words.Figure(high)));
    }

    /// <summary>Which two classes are taken for each other most often, and which way.</summary>
    public string Confusion()
    {
        if (report.UnorderedPairs is not [var first, ..])
        {
            return words["findings.no_pair"];
        }

        UnorderedPair[] tied = [.. report.UnorderedPairs.TakeWhile(pair => pair.Count == first.Count)];
        return tied.Length switch
        {
            1 when first.FirstAsSecond > 0 && first.SecondAsFirst > 0 => BothWays(first),
            1 => OneWay(first),
            <= MostNamed =>
                words.Of("findings.tied_pairs", ("pairs", string.Join("; ", tied.Select(NameOf))), ("times", Times(first.Count))),
            _ => words.Of("findings.many_pairs", ("number", words.Whole(tied.Length)), ("times", Times(first.Count))),
        };
    }

    /// <summary>
    /// Whether the model is right as often as it says: where it is not, the bin that is furthest off, of those whose 95 % interval does not
    /// hold what was said. Bins of fewer than <see cref="ReliabilityDiagram.LeastInBin"/> answers are not asked.
    /// </summary>
    /// <returns>Null without probabilities, or where no bin holds enough of them.</returns>
    public string? Calibration()
    {
        ReliabilityBin[] asked = [.. report.Probabilities?.EqualWidth.Bins.Where(bin => bin.Count >= ReliabilityDiagram.LeastInBin) ?? []];
        ReliabilityBin[] off = [.. asked.Where(bin => bin.Confidence < bin.Accuracy.Low || bin.Confidence > bin.Accuracy.High)];
        if (asked.Length == 0)
        {
            return null;
        }

        if (off.MaxBy(bin => Math.Abs(bin.Gap!.Value)) is not { } worst) // bins that hold answers have one
        {
            return words.Of("findings.calibrated", ("count", asked.Length));
        }

        return words.Of(
            worst.Gap < 0 ? "findings.too_sure" : "findings.too_unsure",
            ("off", words.Whole(off.Length)),
            ("bins", words.Whole(asked.Length)),
            ("answers", words.Whole(worst.Count)),
            ("said", words.Figure(TemplateFunctions.PercentRange(worst.Low, worst.High))),
            ("right", words.Figure(TemplateFunctions.Percent(worst.Accuracy.Value))),
            ("interval", words.Figure(TemplateFunctions.PercentRange(worst.Accuracy.Low, worst.Accuracy.High))));
    }

    private string Commonest(IReadOnlyList<ConfusedPair> mistakes) => mistakes.Count > MostNamed
        ? words.Of("findings.commonest_of_many", ("number", words.Whole(mistakes.Count)), ("times", Times(mistakes[0].Count)))
        : words.Of(
            "findings.commonest",
            ("count", mistakes.Count),
            ("mistakes", ListOf(
                [.. mistakes.Select(mistake => words.Of("findings.mistake", ("truth", mistake.Truth), ("predicted", mistake.Predicted)))])),
            ("times", Times(mistakes[0].Count)));

    private string BothWays(UnorderedPair pair) => words.Of(
        "findings.one_pair",
        ("pair", NameOf(pair)),
        ("times", Times(pair.Count)),
        ("rate", words.Figure(TemplateFunctions.Percent(pair.Rate.Value))),
        ("first", pair.First),
        ("second", pair.Second),
        ("there", Times(pair.FirstAsSecond)),
        ("back", Times(pair.SecondAsFirst)));

    private string OneWay(UnorderedPair pair)
    {
        var (truth, predicted) = pair.FirstAsSecond > 0 ? (pair.First, pair.Second) : (pair.Second, pair.First);
        return words.Of(
            "findings.one_way",
            ("pair", NameOf(pair)),
            ("times", Times(pair.Count)),
            ("rate", words.Figure(TemplateFunctions.Percent(pair.Rate.Value))),
            ("truth", truth),
            ("predicted", predicted));
    }

    private string NameOf(UnorderedPair pair) => words.Of("findings.pair", ("first", pair.First), ("second", pair.Second));

    private string NamesOf(IEnumerable<ClassFigures> classes)
    {
        string[] names = [.. classes.Select(figures => figures.Name)];
        return names.Length <= MostNamed ? ListOf(names) : words.Of("findings.classes", ("count", words.Whole(names.Length)));
    }

    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    private string ListOf(string[] names) => names.Length == 1
        ? names[0]
        : words.Of("findings.list", ("first", string.Join(", ", names.SkipLast(1))), ("second", names[^1]));

    private string Times(int count) => words.Of("findings.times", ("count", count));
}

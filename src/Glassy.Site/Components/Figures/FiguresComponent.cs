using Glassy.Comparison;
using Glassy.Components.Binding;
using Glassy.Datasets;
using Glassy.Metrics;
using Glassy.Runs;
using Glassy.Theme;
using Glassy.Tokens;
using Glassy.Wording;
using static System.FormattableString;

namespace Glassy.Components.Figures;

/// <summary>All figures of the run that are one number, with their intervals: <c>&lt;Figures /&gt;</c>.</summary>
public sealed class FiguresComponent() : Component<NoAttributes>("Figures")
{
    /// <param name="Total">Test pictures.</param>
    /// <param name="Rows">The figures, the most asked for first.</param>
    /// <param name="Draws">How many samples were drawn for the intervals of the figures that are no shares of pictures; 0 where nobody has
    /// drawn them.</param>
    /// <param name="Groups">Those in which the pictures come, which are what was drawn; null when they come by themselves.</param>
    /// <param name="IsComplete">Whether the figures that need probabilities are among them.</param>
    /// <param name="Downloads">Where the run's files are; null for a run of which the site has none.</param>
    /// <param name="Leaks">What the accuracy is not, when test pictures are training pictures too; else null.</param>
    public sealed record Model(
        int Total,
        IReadOnlyList<Row> Rows,
        int Draws,
        PictureGroups? Groups,
        bool IsComplete,
        RunDownloads? Downloads,
        string? Leaks);

    /// <param name="Name">What it is called.</param>
    /// <param name="Path">Where <c>results.json</c> has it.</param>
    /// <param name="Value">As it is shown.</param>
    /// <param name="Interval">At 95 %, as it is shown; null for a figure that has none.</param>
    /// <param name="Note">What it counts, or its scale.</param>
    public sealed record Row(string Name, string Path, string Value, string? Interval, string Note);

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context) =>
        context.Site.Results is { } results
            ? new Model(
                results.Report.Total,
                [.. Shares(results, context.Words), .. WithIntervals(
                    [.. Singles(results.Report, context.Words), .. OfProbabilities(results.Report.Probabilities, context.Words)],
                    results.Intervals,
                    context.Words)],
                results.Intervals.Count == 0 && results.Groups is not { AreEnough: true } ? 0 : Resampling.Default.Count,
                results.Groups,
                results.Report.Probabilities is not null,
                context.Site.Addresses is { } addresses ? RunDownloads.From(results.Run, addresses, context) : null,
                LeakSentences.Of(results, context.Words))
            : FailWithoutRun(call, context);

    private static IEnumerable<Row> Shares(RunResults results, Words words)
    {
        yield return Of(words["figures.accuracy"], FigureInterval.Accuracy, results.Report.AccuracyProportion, results, words);
        if (results.Corrected is { Corrected: var corrected })
        {
            yield return Of(words["figures.corrected"], "labelNotes.accuracy.corrected", corrected, results, words);
        }

        if (results.Leaks is { Leaked: > 0, Unseen: { Total: > 0 } unseen })
        {
            yield return Of(words["figures.unseen"], "leaks.unseen", unseen, results, words);
        }

        var tops = results.Report.Probabilities?.TopK ?? [];
        for (var i = 0; i < tops.Count; i++)
        {
            yield return Of(words.Of("figures.top_k", ("k", tops[i].K)), Invariant($"topK.{i}.accuracy"), tops[i].Accuracy, results, words);
        }
    }

    private static IReadOnlyList<Row> Singles(EvaluationReport report, Words words)
    {
        var isWhole = report.TestedClasses == report.Names.Count;
        var (ofClasses, ofF1) = isWhole
            ? (words["figures.of_classes"], words["figures.of_f1"])
            : (
                words.Of("figures.of_tested", ("count", report.TestedClasses)),
                words.Of("figures.of_tested_f1", ("count", report.TestedClasses)));
        return
        [
            new(
                words["figures.macro_precision"],
                "macro.precision",
                words.Figure(TemplateFunctions.Percent(report.Macro.Precision)),
                null,
                ofClasses),
            new(
                words["figures.macro_recall"],
                "macro.recall",
                words.Figure(TemplateFunctions.Percent(report.Macro.Recall)),
                null,
                ofClasses),
            new(words["figures.macro_f1"], "macro.f1", words.Figure(TemplateFunctions.Percent(report.Macro.F1)), null, ofF1),
            new(
                words["figures.weighted_f1"],
                "weighted.f1",
                words.Figure(TemplateFunctions.Percent(report.Weighted.F1)),
                null,
                words["figures.by_support"]),
            new(
                words["figures.kappa"],
                "cohenKappa",
                words.Figure(TemplateFunctions.Number(report.Kappa, 4)),
                null,
                words["figures.beyond_chance"]),
            new(
                words["figures.mcc"],
                "matthewsCorrelation",
                words.Figure(TemplateFunctions.Number(report.Mcc, 4)),
                null,
                words["figures.gorodkin"]),
        ];
    }

    private static IReadOnlyList<Row> OfProbabilities(ProbabilityFigures? figures, Words words) => figures is null ? [] :
    [
        new(words["figures.log_loss"], "logLoss", words.Figure(TemplateFunctions.Number(figures.Loss, 4)), null, words["figures.nats"]),
        new(
            words["figures.brier"],
            "brierScore",
            words.Figure(TemplateFunctions.Number(figures.Brier, 4)),
            null,
            words["figures.brier_scale"]),
        new(
            words["figures.ece"],
            "calibration.equalWidth.expectedCalibrationError",
            words.Figure(TemplateFunctions.Percent(figures.EqualWidth.ExpectedCalibrationError)),
            null,
            words["figures.equal_width"]),
        new(
            words["figures.ece_mass"],
            "calibration.equalMass.expectedCalibrationError",
            words.Figure(TemplateFunctions.Percent(figures.EqualMass.ExpectedCalibrationError)),
            null,
            words["figures.equal_mass"]),
    ];

    private static IEnumerable<Row> WithIntervals(IEnumerable<Row> rows, IReadOnlyList<FigureInterval> intervals, Words words)
    {
        var byName = intervals.ToDictionary(interval => interval.Name, StringComparer.Ordinal);
        return rows.Select(row => byName.TryGetValue(row.Path, out var found)
            ? row with { Interval = TextOf(found.Interval, IsShare(row.Path), words), Note = NoteOf(row, found, words) }
            : row);
    }

    private static string NoteOf(Row row, FigureInterval found, Words words) => found.Noise is { } noise
        ? words.Of("figures.by_chance", ("what", row.Note), ("most", words.Figure(TemplateFunctions.Percent(noise))))
        : row.Note;

    /// <summary>Shares of pictures, and means of them, are percentages.</summary>
    private static bool IsShare(string path) => path is not ("cohenKappa" or "matthewsCorrelation" or "logLoss" or "brierScore");

    private static string TextOf(Interval interval, bool isShare, Words words) => words.Figure(isShare
        ? TemplateFunctions.PercentRange(interval.Low, interval.High)
        : $"{TemplateFunctions.Number(interval.Low, 4)}–{TemplateFunctions.Number(interval.High, 4)}");

    /// <summary>A share's interval is Wilson's; of pictures in groups the one that was drawn, if any was.</summary>
    private static Row Of(string name, string path, Proportion share, RunResults results, Words words) => new(
        name,
        path + ".value",
        words.Figure(TemplateFunctions.Percent(share.Value)),
        (results.Groups is null ? share.Interval : results.Intervals.FirstOrDefault(drawn => drawn.Name == path)?.Interval) is { } interval
            ? words.Figure(TemplateFunctions.PercentRange(interval.Low, interval.High))
            : null,
        words.Of("figures.share", ("count", words.Whole(share.Successes)), ("total", words.Whole(share.Total))));
}

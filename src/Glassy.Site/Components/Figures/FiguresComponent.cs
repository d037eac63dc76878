using Glassy.Components.Binding;
using Glassy.Metrics;
using Glassy.Runs;
using Glassy.Theme;
using static System.FormattableString;

namespace Glassy.Components.Figures;

/// <summary>All figures of the run that are one number, with their intervals: <c>&lt;Figures /&gt;</c>.</summary>
public sealed class FiguresComponent() : Component<NoAttributes>("Figures")
{
    /// <param name="Total">Test pictures.</param>
    /// <param name="Rows">The figures, the most asked for first.</param>
    /// <param name="Downloads">Where the run's files are.</param>
    public sealed record Model(int Total, IReadOnlyList<Row> Rows, RunDownloads Downloads);

    /// <param name="Name">What it is called.</param>
    /// <param name="Path">Where <c>results.json</c> has it.</param>
    /// <param name="Value">As it is shown.</param>
    /// <param name="Interval">At 95 %, as it is shown; null for a figure that has none.</param>
    /// <param name="Note">What it counts, or its scale.</param>
    public sealed record Row(string Name, string Path, string Value, string? Interval, string Note);

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context) =>
        context.Site is { Results: { } results, Addresses: { } addresses }
            ? new Model(results.Report.Total, [.. Shares(results), .. Singles(results.Report)], RunDownloads.From(addresses, context))
            : FailWithoutRun(call, context);

    private static IEnumerable<Row> Shares(RunResults results)
    {
        yield return Of("Accuracy", "accuracy", results.Report.AccuracyProportion);
        if (results.Corrected is { Corrected: var corrected })
        {
            yield return Of("Accuracy, labels corrected", "labelNotes.accuracy.corrected", corrected);
        }

        for (var i = 0; i < results.Report.TopK.Count; i++)
        {
            yield return Of(Invariant($"Top-{results.Report.TopK[i].K} accuracy"), Invariant($"topK.{i}.accuracy"), results.Report.TopK[i].Accuracy);
        }
    }

    private static IReadOnlyList<Row> Singles(EvaluationReport report) =>
    [
        new("Macro precision", "macro.precision", TemplateFunctions.Percent(report.Macro.Precision), null, "mean of the classes"),
        new("Macro recall", "macro.recall", TemplateFunctions.Percent(report.Macro.Recall), null, "mean of the classes"),
        new("Macro F1", "macro.f1", TemplateFunctions.Percent(report.Macro.F1), null, "mean of the classes' F1"),
        new("Weighted F1", "weighted.f1", TemplateFunctions.Percent(report.Weighted.F1), null, "mean weighted by support"),
        new("Cohen's kappa", "cohenKappa", TemplateFunctions.Number(report.Kappa, 4), null, "agreement beyond chance, −1 to 1"),
        new("MCC", "matthewsCorrelation", TemplateFunctions.Number(report.Mcc, 4), null, "Gorodkin's R_K, −1 to 1"),
        new("Log loss", "logLoss", TemplateFunctions.Number(report.Loss, 4), null, "nats, 0 is best"),
        new("Brier score", "brierScore", TemplateFunctions.Number(report.Brier, 4), null, "0 is best, 2 worst"),
        new("ECE", "calibration.equalWidth.expectedCalibrationError", TemplateFunctions.Percent(report.EqualWidth.ExpectedCalibrationError), null, "15 bins of equal width"),
        new("ECE, equal mass", "calibration.equalMass.expectedCalibrationError", TemplateFunctions.Percent(report.EqualMass.ExpectedCalibrationError), null, "15 bins of as many predictions each"),
    ];

    private static Row Of(string name, string path, Proportion share) => new(
        name,
        path + ".value",
        TemplateFunctions.Percent(share.Value),
        TemplateFunctions.PercentRange(share.Low, share.High),
        Invariant($"{share.Successes:N0} of {share.Total:N0}"));
}

namespace Glassy.Checks;

/// <summary>
/// The checks that there are: a new one is one line here, with the next code. Codes of checks that are gone are not used again.
/// </summary>
public static class CheckCatalog
{
    private static readonly IReadOnlyList<Check> All =
    [
        new("GL001", "leaked", "leaks", DataChecks.Leaked),
        new("GL002", "near", "leaks", DataChecks.Near),
        new("GL003", "contradicted", "leaks", DataChecks.Contradicted),
        new("GL004", "groups", "leaks.groups", DataChecks.SharedGroups),
        new("GL005", "balance", "dataset.train.perClass", DataChecks.Balance),
        new("GL006", "baseline", "accuracy", FigureChecks.Baseline),
        new("GL007", "seeds", "runs", RecordChecks.Seeds),
        new("GL008", "chosen", "runs", RecordChecks.Chosen),
        new("GL009", "few", "accuracy.interval", FigureChecks.FewPictures),
        new("GL010", "small", "classes", FigureChecks.SmallClasses),
        new("GL011", "doubted", "labelNotes", FigureChecks.DoubtedLabels),
        new("GL012", "calibrated", "calibration.equalWidth", FigureChecks.Calibrated),
        new("GL013", "left_out", "dataset.remarks", DataChecks.LeftOut),
        new("GL014", "commit", "run.commit", RecordChecks.Commit),
        new("GL015", "versions", "run.environment", RecordChecks.Versions),
        new("GL016", "absent", "dataset", DataChecks.AbsentClasses),
        new("GL017", "repeated", "dataset.test", DataChecks.Repeated),
        new("GL018", "never", "confusionMatrix", FigureChecks.NeverAnswered),
        new("GL019", "zero", "logLoss", FigureChecks.ZeroProbability),
    ];

    /// <summary>In order.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. All.Select(check => check.Code)];

    /// <summary>All checks of a run, in order.</summary>
    /// <param name="run">What they look at.</param>
    /// <param name="muted">Why failures are not to be mended, by code.</param>
    public static IReadOnlyList<CheckResult> Of(CheckedRun run, IReadOnlyDictionary<string, string> muted) =>
        [.. All.Select(check => ResultOf(check, run, muted))];

    private static CheckResult ResultOf(Check check, CheckedRun run, IReadOnlyDictionary<string, string> muted)
    {
        var (state, whyNot, values) = check.Ask(run);
        var reason = state == CheckState.Failed ? muted.GetValueOrDefault(check.Code) : null;
        return new CheckResult(check.Code, check.Word, check.Where, reason is null ? state : CheckState.Muted, whyNot, reason, values);
    }

    private sealed record Check(string Code, string Word, string Where, Func<CheckedRun, CheckOutcome> Ask);
}

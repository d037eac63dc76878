using Glassy.Checks;
using Glassy.Components.Binding;
using Glassy.Publishing;
using Glassy.Tokens;

namespace Glassy.Components.Figures;

/// <summary>What was asked of the run and its data, what came of it and by which figures: <c>&lt;Checks /&gt;</c>.</summary>
public sealed class ChecksComponent() : Component<NoAttributes>("Checks")
{
    /// <param name="Rows">Failures first, then muted ones, those that passed, and those that are not applicable.</param>
    /// <param name="Summary">How many are of which state.</param>
    /// <param name="Results">Where <c>results.json</c> is; null where the site has none.</param>
    public sealed record Model(IReadOnlyList<Row> Rows, string Summary, string? Results);

    /// <param name="Code"><c>GL001</c> …</param>
    /// <param name="Id">Of its row: a link leads to the check by its code.</param>
    /// <param name="Kind">Which state, for the style: <c>failed</c>.</param>
    /// <param name="State">The same in words.</param>
    /// <param name="Name">What it asks.</param>
    /// <param name="Found">The figures that it goes by, or why it is not applicable.</param>
    /// <param name="Where">Where <c>results.json</c> has them.</param>
    /// <param name="Muted">Why its failure is not to be mended; null for others.</param>
    /// <param name="Why">Why it matters.</param>
    /// <param name="Mend">What mends its failure.</param>
    public sealed record Row(
        string Code,
        string Id,
        string Kind,
        string State,
        string Name,
        string Found,
        string Where,
        string? Muted,
        string Why,
        string Mend);

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site.Checks is not { } checks)
        {
            return FailWithoutRun(call, context);
        }

        var (sentences, words) = (new CheckSentences(context.Words), context.Words);
        return new Model(
            [.. checks.OrderBy(check => OrderOf(check.State)).Select(check => RowOf(check, sentences, context))],
            words.Of(
                "checks.summary",
                ("failed", Count(CheckState.Failed)),
                ("muted", Count(CheckState.Muted)),
                ("passed", Count(CheckState.Passed)),
                ("others", Count(CheckState.NotApplicable))),
            context.Site.Addresses is { } addresses ? context.HrefOf(addresses.Download(SiteFileNames.Results)) : null);

        int Count(CheckState state) => checks.Count(check => check.State == state);
    }

    private static Row RowOf(CheckResult check, CheckSentences sentences, ComponentContext context) => new(
        check.Code,
        context.Ids.Take(check.Code),
        KindOf(check.State),
        sentences.State(check),
        sentences.Name(check),
        sentences.Found(check),
        check.Where,
        check.Muted,
        sentences.Why(check),
        sentences.Mend(check));

    private static string KindOf(CheckState state) => state switch
    {
        CheckState.Passed => "passed",
        CheckState.Failed => "failed",
        CheckState.Muted => "muted",
        _ => "unknown",
    };

    private static int OrderOf(CheckState state) => state switch
    {
        CheckState.Failed => 0,
        CheckState.Muted => 1,
        CheckState.Passed => 2,
        _ => 3,
    };
}

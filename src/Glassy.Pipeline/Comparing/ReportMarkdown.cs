using System.Text;
using Glassy.Comparison;
using static System.FormattableString;

namespace Glassy.Comparing;

/// <summary>
/// A comparison as the comment on a pull request. Its first line, which readers do not see, is how the comment is found again.
/// </summary>
public static class ReportMarkdown
{
    /// <summary>How the comment begins.</summary>
    public const string Marker = "<!-- glassy compare -->";

    public static string Write(RunReport report)
    {
        var (counts, tested) = (report.Counts, report.McNemar);
        var text = new StringBuilder($"{Marker}\n### Glassy: {Verdict(report)}\n\n| | base | head |\n|---|---|---|\n");
        text.Append($"| run | {Code(report.Base.Run.Id)} | {Code(report.Head.Run.Id)} |\n");
        text.Append($"| recipe | {Code(report.Base.Recipe ?? report.Base.Asked)} | {Code(report.Head.Recipe ?? report.Head.Asked)} |\n");
        text.Append(
            $"| accuracy | {ReportText.Percent(counts.CorrectA, counts.Total)} | {ReportText.Percent(counts.CorrectB, counts.Total)} |\n\n");
        text.Append($"Head minus base: **{PairedProportion.Points(report.Accuracy.Difference)} points**, ");
        text.Append($"95% interval {report.Accuracy.IntervalInPoints} (Tango, paired by picture). ");
        text.Append(Invariant($"Of {counts.Total:N0} {(report.On == ComparedSplit.Test ? "test" : "validation")} pictures of "));
        text.Append(Invariant($"{Code(report.Base.Run.Dataset.Name)} {counts.Broken:N0} broken and {counts.Repaired:N0} repaired; "));
        text.Append($"McNemar's test: exact p {Escape(ReportText.P(tested.Exact))}, mid-p {Escape(ReportText.P(tested.MidP))}.\n");
        if (report.Gates.Count > 0)
        {
            text.Append("\n| gate | | |\n|---|---|---|\n");
            text.AppendJoin("", report.Gates.Select(Row));
        }

        return text.Append($"\n<sub>Looks {ReportText.LooksOf(report)}.</sub>\n").ToString();
    }

    private static string Row(GateResult gate) =>
        $"| {Code(gate.Gate)} | {(gate.Verdict.Passes ? "passes" : "**fails**")} | {Escape(gate.Verdict.Reason)} |\n";

    private static string Verdict(RunReport report) => report switch
    {
        { Gates.Count: 0 } => "two runs compared",
        { Passes: true } => "head passes",
        _ => "head does not pass",
    };

    /// <summary>A name as code in a cell of a table, whatever is in it.</summary>
    private static string Code(string name) => $"<code>{Escape(name)}</code>";

    /// <summary>Text that is no markup, mentions nobody and stays in its cell.</summary>
    private static string Escape(string text) => string.Concat(text.Select(c =>
        char.IsAsciiLetterOrDigit(c) || c is ' ' or '.' or ',' or ':' or '%' or '/' or '-' or '=' or '(' or ')' or '\'' or '−' ? $"{c}"
        : char.IsControl(c) ? " "
        : char.IsAscii(c) ? Invariant($"&#{(int)c};")
        : $"{c}"));
}

using System.Globalization;
using Glassy.Comparison;
using static System.FormattableString;

namespace Glassy.Comparing;

/// <summary>A comparison as lines for a terminal.</summary>
public static class ReportText
{
    /// <returns>Lines, each with its end.</returns>
    public static string Write(RunReport report)
    {
        var (counts, tested) = (report.Counts, report.McNemar);
        (string Label, string Text)[] rows =
        [
            ("base", Describe(report.Base, counts.CorrectA, counts.Total)),
            ("head", Describe(report.Head, counts.CorrectB, counts.Total)),
            ("on", PicturesOf(report)),
            ("accuracy", $"head minus base {PairedProportion.Points(report.Accuracy.Difference)} points, "
                + $"95% interval {report.Accuracy.IntervalInPoints} (Tango, paired by picture)"),
            ("pictures", Invariant($"{counts.Broken:N0} broken, {counts.Repaired:N0} repaired")),
            ("McNemar", $"exact p {P(tested.Exact)}, mid-p {P(tested.MidP)}"),
            ("looks", LooksOf(report)),
            .. report.Gates.Select(gate => (gate.Verdict.Passes ? "passes" : "FAILS", $"{gate.Gate}: {gate.Verdict.Reason}")),
        ];
        return string.Concat(rows.Select(row => $"{row.Label,-9} {row.Text}\n"));
    }

    /// <summary><c>500 validation pictures of 'digits', held out of training (validation: 0.1)</c>.</summary>
    internal static string PicturesOf(RunReport report) => report.On == ComparedSplit.Test
        ? Invariant($"{report.Counts.Total:N0} test pictures of '{report.Base.Run.Dataset.Name}'")
        : Invariant($"{report.Counts.Total:N0} validation pictures of '{report.Base.Run.Dataset.Name}', ")
            + (report.Base.Run.Options is { } options
                ? Invariant($"held out of training (validation: {options.Validation})")
                : "held out of training");

    /// <summary>How often the test pictures were looked at, and whether this was one of the times.</summary>
    internal static string LooksOf(RunReport report) =>
        $"at the test pictures {report.Looks}{(report.On == ComparedSplit.Test ? ", this one included" : "; this is none of them")}";

    /// <summary>A share right as per cent.</summary>
    internal static string Percent(int right, int all) => ((double)right / all * 100).ToString("F2", CultureInfo.InvariantCulture) + "%";

    /// <summary><c>= 0.118</c>, or <c>&lt; 0.001</c>.</summary>
    internal static string P(double p) => p < 0.001 ? "< 0.001" : Invariant($"= {p:F3}");

    private static string Describe(ComparedRun run, int right, int all)
    {
        var asked = run.Asked == run.Run.Id || run.Asked == run.Recipe ? null : $"({run.Asked})";
        return string.Join("  ", new[] { run.Run.Id, Percent(right, all), run.Recipe, asked }.OfType<string>());
    }
}

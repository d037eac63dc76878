using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Modules;
using Glassy.Pipelines;
using Glassy.Preview;
using static System.FormattableString;

namespace Glassy.Cli;

/// <summary>A preview's work, a line each.</summary>
internal sealed class PreviewLog(Verbosity verbosity, ProjectFolder project, TextWriter messages) : IPreviewLog
{
    private IReadOnlyList<Diagnostic> _shown = [];

    public void Built(ExecutionResult result, BuildSettings settings, TimeSpan took)
    {
        Show(result.Diagnostics);
        if (result.Of<WriteReport>() is { } report && report.Written + report.Removed > 0)
        {
            Say(Invariant(
                $"Built {Summary.Counted(report.Pages, "page")} in {took.TotalSeconds:F2} s: {Summary.Counted(report.Written, "file")} written, {report.Removed:N0} removed"));
        }
    }

    public void Updated(IReadOnlyList<string> files, TimeSpan took) =>
        Say(Invariant($"Rendered {string.Join(", ", files)} in {took.TotalMilliseconds:F0} ms"));

    public void Refused(IReadOnlyList<Diagnostic> diagnostics)
    {
        Show(diagnostics);
        Say("The site stays as it was until this is mended.");
    }

    /// <summary>What is as wrong as before need not be said again.</summary>
    private void Show(IReadOnlyList<Diagnostic> diagnostics)
    {
        DiagnosticPrinter.Print(diagnostics.Except(_shown), project);
        _shown = diagnostics;
    }

    private void Say(string line)
    {
        if (verbosity != Verbosity.Quiet)
        {
            messages.WriteLine(line);
        }
    }
}

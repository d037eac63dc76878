using Glassy.Execution;

namespace Glassy.Cli;

/// <summary>Writes diagnostics one a line, as editors and CI understand them.</summary>
internal static class DiagnosticPrinter
{
    public static void Print(IEnumerable<Diagnostic> diagnostics, TextWriter to)
    {
        foreach (var diagnostic in diagnostics)
        {
            to.WriteLine(diagnostic.Severity == Severity.Error ? $"error: {diagnostic}" : $"warning: {diagnostic}");
        }
    }
}

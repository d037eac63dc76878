using System.Globalization;
using Glassy.Diagnostics;
using Glassy.Execution;

namespace Glassy.Cli;

/// <summary>
/// Writes diagnostics, those of one file together. The first line of each is for editors and CI:
/// <c>error: file:line:column: message</c>. Below it stands the source's line with a caret.
/// </summary>
public static class DiagnosticPrinter
{
    private const int WidestLine = 110;

    /// <summary>Writes to the process' error output, in colour on a terminal unless <c>NO_COLOR</c> is set (no-color.org).</summary>
    /// <param name="diagnostics">In any order.</param>
    /// <param name="project">Where their files lie; null when that is not known.</param>
    public static void Print(IEnumerable<Diagnostic> diagnostics, ProjectFolder? project) =>
        Print(
            diagnostics,
            project,
            Console.Error,
            isColoured: !Console.IsErrorRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));

    /// <param name="diagnostics">In any order.</param>
    /// <param name="project">Where their files lie; null when that is not known.</param>
    /// <param name="to">Gets the lines.</param>
    /// <param name="isColoured">Whether it understands ANSI's colours.</param>
    public static void Print(IEnumerable<Diagnostic> diagnostics, ProjectFolder? project, TextWriter to, bool isColoured)
    {
        foreach (var diagnostic in diagnostics.GroupBy(diagnostic => diagnostic.File).SelectMany(file => file))
        {
            var (word, colour) = diagnostic.Severity == Severity.Error ? ("error", "1;31") : ("warning", "1;33");
            to.WriteLine($"{Paint(word, colour)}: {diagnostic}");
            if (SourceOf(diagnostic, project) is not { } line)
            {
                continue;
            }

            var number = line.Number.ToString(CultureInfo.InvariantCulture);
            var (text, column) = Shorten(line.Text, line.Column);
            to.WriteLine($"  {Paint($"{number} |", "2")} {text}");
            if (column > 0)
            {
                to.WriteLine($"  {new string(' ', number.Length)} {Paint("|", "2")} {Blank(text[..(column - 1)])}{Paint("^", colour)}");
            }
        }

        string Paint(string text, string code) => isColoured ? $"\e[{code}m{text}\e[0m" : text;
    }

    private static ExcerptLine? SourceOf(Diagnostic diagnostic, ProjectFolder? project) =>
        project is null || diagnostic.File is null ? null
        : SourceExcerpt.Read(project.Absolute(diagnostic.File), diagnostic.Line, diagnostic.Column)
            .FirstOrDefault(line => line.IsFaulty && line.Text.Trim().Length > 0);

    /// <summary>Of a long line the part around the place; a place behind the line's end is not known.</summary>
    private static (string Text, int Column) Shorten(string line, int column)
    {
        var place = column > line.Length + 1 ? 0 : column;
        if (line.Length <= WidestLine)
        {
            return (line.TrimEnd(), Math.Min(place, line.TrimEnd().Length + 1));
        }

        var start = Math.Clamp(place - (WidestLine / 2), 0, line.Length - WidestLine);
        var (before, after) = (start > 0 ? "…" : "", start + WidestLine < line.Length ? "…" : "");
        return ($"{before}{line.AsSpan(start, WidestLine)}{after}", place == 0 ? 0 : place - start + before.Length);
    }

    /// <summary>As wide as a text: tabs stay, and letters of two columns become spaces of two.</summary>
    private static string Blank(string text) =>
        string.Concat(text.Select(c => c == '\t' ? '\t' : c is >= '\u2e80' and <= '\uffdc' ? '\u3000' : ' '));
}

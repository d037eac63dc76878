using Glassy.Diagnostics;
using Glassy.Pages;

namespace Glassy.Reading;

/// <summary>
/// A page that is nested so deeply that reading it would end the process: readers give up before that, and the page is named.
/// </summary>
internal static class TooDeep
{
    private const string Nesting = "[](){}<>*_";

    /// <summary>Whether this is how a reader gives up: ours before the stack ends, Markdig at its own limit.</summary>
    public static bool Is(Exception error) => error is InsufficientExecutionStackException
        || (error is ArgumentException && error.Message.Contains("depth limit", StringComparison.Ordinal));

    /// <summary>The mistake, at the line that has most of what nests.</summary>
    public static Diagnostic In(PageSource source)
    {
        var lines = source.Body.Split('\n');
        var deepest = Enumerable.Range(0, lines.Length).MaxBy(line => lines[line].Count(Nesting.Contains));
        return Diagnostic.Error(
            "the page is nested too deeply to be read: brackets, lists, quotes or tags, some hundred inside one another",
            source.File,
            deepest + 1,
            1);
    }
}

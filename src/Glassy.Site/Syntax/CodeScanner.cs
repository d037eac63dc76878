using System.Buffers;
using Markdig.Helpers;

namespace Glassy.Syntax;

/// <summary>Finds where fences and code spans end, so that tags in them stay text.</summary>
internal static class CodeScanner
{
    private static readonly SearchValues<char> Markers = SearchValues.Create(" \t>-*+0123456789.)");

    /// <summary>
    /// The first offset after the code that begins with the run of <c>`</c> or <c>~</c> at <paramref name="at"/>; a run that opens nothing
    /// is skipped.
    /// </summary>
    public static int End(string text, int at)
    {
        var mark = text[at];
        var length = text.AsSpan(at).IndexOfAnyExcept(mark);
        var runEnd = length < 0 ? text.Length : at + length;
        var lineEnd = LineEnd(text, at);
        if (runEnd - at >= 3 && IsOnlyMarkersBefore(text, at) && (mark == '~' || !text.AsSpan(runEnd, lineEnd - runEnd).Contains('`')))
        {
            // one that nothing closes takes the rest
            return FenceEnd(text, lineEnd, mark, runEnd - at) is >= 0 and var end ? end : text.Length;
        }

        return mark == '~' ? runEnd : SpanEnd(text, runEnd, runEnd - at);
    }

    /// <summary>Whether a line, from its first character on, opens a fence that a later line closes.</summary>
    /// <param name="line">A line of the page.</param>
    /// <param name="budget">Of the page.</param>
    public static bool IsClosedFence(StringSlice line, ScanBudget budget)
    {
        var text = line.AsSpan();
        var length = text is ['`' or '~', ..] ? text.Length - text.TrimStart(text[0]).Length : 0;
        if (length < 3 || (text[0] == '`' && text[length..].Contains('`')))
        {
            return false;
        }

        return budget.FenceEnd(line.Text, LineEnd(line.Text, line.Start), text[0], length) >= 0;
    }

    /// <summary>Whether a line is nothing but the end of a fence.</summary>
    /// <param name="line">From its first character on.</param>
    /// <param name="mark"><c>`</c> or <c>~</c>.</param>
    /// <param name="length">How many of them opened the fence.</param>
    public static bool ClosesFence(ReadOnlySpan<char> line, char mark, int length)
    {
        line = line.TrimEnd();
        return line.Length >= length && line.IndexOfAnyExcept(mark) < 0;
    }

    /// <summary>Where the line ends that closes a fence; -1 when none does.</summary>
    /// <param name="text">The page.</param>
    /// <param name="lineEnd">Where the fence's first line ends.</param>
    /// <param name="mark"><c>`</c> or <c>~</c>.</param>
    /// <param name="length">How many of them open the fence.</param>
    public static int FenceEnd(string text, int lineEnd, char mark, int length)
    {
        while (lineEnd < text.Length)
        {
            var start = lineEnd + 1;
            lineEnd = LineEnd(text, start);
            if (ClosesFence(text.AsSpan(start, lineEnd - start).TrimStart(" \t>"), mark, length))
            {
                return lineEnd;
            }
        }

        return -1;
    }

    /// <summary>A code span ends in its paragraph.</summary>
    private static int SpanEnd(string text, int start, int length)
    {
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] == '\n' && text.AsSpan(at + 1, LineEnd(text, at + 1) - at - 1).IsWhiteSpace())
            {
                return start;
            }

            if (text[at] == '`')
            {
                var run = text.AsSpan(at).IndexOfAnyExcept('`');
                run = run < 0 ? text.Length - at : run;
                if (run == length)
                {
                    return at + run;
                }

                at += run - 1;
            }
        }

        return start;
    }

    /// <summary>Before a fence stand only spaces and the marks of quotes and list items.</summary>
    private static bool IsOnlyMarkersBefore(string text, int at)
    {
        var lineStart = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        return text.AsSpan(lineStart, at - lineStart).IndexOfAnyExcept(Markers) < 0;
    }

    private static int LineEnd(string text, int at)
    {
        var end = at >= text.Length ? -1 : text.IndexOf('\n', at);
        return end < 0 ? text.Length : end;
    }
}

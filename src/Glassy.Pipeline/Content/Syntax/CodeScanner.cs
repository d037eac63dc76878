using System.Buffers;

namespace Glassy.Content.Syntax;

/// <summary>Finds where fences and code spans end, so that tags in them stay text.</summary>
internal static class CodeScanner
{
    private static readonly SearchValues<char> Markers = SearchValues.Create(" \t>-*+0123456789.)");

    /// <summary>The first offset after the code that begins with the run of <c>`</c> or <c>~</c> at <paramref name="at"/>; a run that opens nothing is skipped.</summary>
    public static int End(string text, int at)
    {
        var mark = text[at];
        var length = text.AsSpan(at).IndexOfAnyExcept(mark);
        var runEnd = length < 0 ? text.Length : at + length;
        var lineEnd = LineEnd(text, at);
        if (runEnd - at >= 3 && IsOnlyMarkersBefore(text, at) && (mark == '~' || !text.AsSpan(runEnd, lineEnd - runEnd).Contains('`')))
        {
            return FenceEnd(text, lineEnd, mark, runEnd - at);
        }

        return mark == '~' ? runEnd : SpanEnd(text, runEnd, runEnd - at);
    }

    /// <summary>A fence that nothing closes takes the rest of the page.</summary>
    private static int FenceEnd(string text, int lineEnd, char mark, int length)
    {
        while (lineEnd < text.Length)
        {
            var start = lineEnd + 1;
            lineEnd = LineEnd(text, start);
            var line = text.AsSpan(start, lineEnd - start).TrimStart(" \t>").TrimEnd();
            if (line.Length >= length && line.IndexOfAnyExcept(mark) < 0)
            {
                return lineEnd;
            }
        }

        return text.Length;
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

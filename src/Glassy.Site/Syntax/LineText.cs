namespace Glassy.Syntax;

/// <summary>What the lines of a page look like.</summary>
internal static class LineText
{
    /// <summary>Nothing but spaces from an offset to the end of its line.</summary>
    /// <param name="text">The page.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="lineEnd">The last offset that is looked at.</param>
    public static bool IsRestBlank(string text, int start, int lineEnd)
    {
        var rest = text.AsSpan(start, Math.Max(0, lineEnd + 1 - start));
        var newline = rest.IndexOf('\n');
        return (newline < 0 ? rest : rest[..newline]).IsWhiteSpace();
    }

    /// <summary>One of the lines between the first and the last is blank.</summary>
    public static bool HasBlank(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('\n'); at >= 0;)
        {
            var rest = text[(at + 1)..];
            var next = rest.IndexOf('\n');
            if (next >= 0 && rest[..next].IsWhiteSpace())
            {
                return true;
            }

            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    public static ReadOnlySpan<char> First(ReadOnlySpan<char> text)
    {
        var newline = text.IndexOf('\n');
        return newline < 0 ? text : text[..newline];
    }

    /// <summary>Between the first tag of a line and its last stands nothing that is shown, or the line ends inside a tag.</summary>
    public static bool IsOnlyTags(ReadOnlySpan<char> line)
    {
        for (line = line.Trim(); line.Length > 0; line = line.TrimStart())
        {
            var end = line[0] == '<' ? line.IndexOf('>') : 0;
            if (end <= 0)
            {
                return end < 0;
            }

            line = line[(end + 1)..];
        }

        return true;
    }

    /// <summary>Spaces that all lines but the first begin with.</summary>
    public static int IndentOf(string text, int start, int end)
    {
        var indent = int.MaxValue;
        var isFirst = true;
        foreach (var line in text.AsSpan(start, end - start).EnumerateLines())
        {
            if (!isFirst && !line.IsWhiteSpace())
            {
                indent = Math.Min(indent, line.Length - line.TrimStart(' ').Length);
            }

            isFirst = false;
        }

        return indent == int.MaxValue ? 0 : indent;
    }
}

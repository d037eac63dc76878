using Glassy.Sources;

namespace Glassy.Syntax;

/// <summary>The children of a component that takes text as it is: <c>{`code`}</c>, or lines without Markdown in them.</summary>
internal static class TextChildren
{
    /// <summary>The components that take text.</summary>
    public static IReadOnlyCollection<string> TakenBy { get; } = ["CodeBlock"];

    /// <summary>Whether elements stand between two tags, which are shown as elements; not so what stands in an expression.</summary>
    /// <param name="text">The text that holds it.</param>
    /// <param name="start">The first offset after the opening tag.</param>
    /// <param name="end">The offset of the closing tag.</param>
    /// <param name="tags">The tags of the text.</param>
    public static bool HoldElements(string text, int start, int end, TagPairs tags)
    {
        if (ExpressionIn(text, start, end) is not null)
        {
            return false;
        }

        for (var at = text.IndexOf('<', start); at < end; at = text.IndexOf('<', at + 1))
        {
            if (tags.Find(at) is { } extent && (extent.IsWhole || (extent.CloseStart > at && extent.CloseStart < end)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads what stands between two tags.</summary>
    /// <param name="text">The text that holds it.</param>
    /// <param name="start">The first offset after the opening tag.</param>
    /// <param name="end">The offset of the closing tag.</param>
    /// <returns>The text, or the name that stands for it.</returns>
    public static (string Text, Literal? Name, IReadOnlyList<Located<string>> Mistakes) Read(string text, int start, int end)
    {
        if (ExpressionIn(text, start, end) is not var (first, close))
        {
            return (Dedent(text[start..end]), null, []);
        }

        var mistakes = new List<SyntaxMistake>();
        var literal = LiteralReader.Read(text, first + 1, close, offset => SourcePosition.At(text, offset), mistakes);
        if (literal is { Value: Reference { IsFile: false } })
        {
            return ("", literal, []);
        }

        if (literal is { Value: not string })
        {
            mistakes.Add(new SyntaxMistake("only text can stand between these tags, as {`…`} or as lines of their own", first + 1));
        }

        return (
            literal?.Value as string ?? "",
            null,
            [.. mistakes.Select(m => new Located<string>(m.Message, SourcePosition.At(text, m.Offset)))]);
    }

    /// <summary>The braces of an expression that is all that stands between two tags; null when there is none.</summary>
    private static (int Open, int Close)? ExpressionIn(string text, int start, int end)
    {
        var first = TagScanner.SkipSpace(text, start);
        return first < end && text[first] == '{' && TagScanner.BraceEnd(text, first) is > 0 and var close
            && text.AsSpan(close + 1, Math.Max(0, end - close - 1)).IsWhiteSpace() ? (first, close) : null;
    }

    /// <summary>Takes away the line breaks beside the tags and what indents every line.</summary>
    private static string Dedent(string text)
    {
        var lines = text.Split('\n').ToList();
        if (string.IsNullOrWhiteSpace(lines[0]))
        {
            lines.RemoveAt(0);
        }

        if (lines.Count > 0 && string.IsNullOrWhiteSpace(lines[^1]))
        {
            lines.RemoveAt(lines.Count - 1);
        }

        var indent = lines
            .Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => line.Length - line.TrimStart().Length)
            .DefaultIfEmpty()
            .Min();
        return string.Join('\n', lines.Select(line => line.Length < indent ? "" : line[indent..]));
    }
}

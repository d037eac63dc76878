using Glassy.Sources;

namespace Glassy.Syntax;

/// <summary>Tells expressions in text from braces that are only braces.</summary>
internal static class ExpressionReader
{
    /// <summary>
    /// Reads <c>{…}</c>. What is no JavaScript at all (<c>{a b}</c>, <c>{…}</c>) is text, because MDX refuses it and CommonMark
    /// allows it; what JavaScript understands and is no literal is a mistake.
    /// </summary>
    /// <param name="source">What stands between the braces.</param>
    /// <param name="position">Gives an offset in <paramref name="source"/> its place in the file.</param>
    /// <returns>The expression; null when the braces are text.</returns>
    public static ExpressionInline? Read(string source, Func<int, SourcePosition> position)
    {
        if (WithoutComments(source).IsWhiteSpace())
        {
            return new ExpressionInline("", null, []);
        }

        var mistakes = new List<SyntaxMistake>();
        var value = LiteralReader.Read(source, 0, source.Length, position, mistakes);
        if (value is null && mistakes[0].IsSyntax)
        {
            if (!HoldsMarkup(source))
            {
                return null;
            }

            mistakes = [new SyntaxMistake(LiteralReader.OnlyLiterals, source.Length - source.TrimStart().Length)];
        }

        return new ExpressionInline(source.Trim(), value, [.. mistakes.Select(m => new Located<string>(m.Message, position(m.Offset)))]);
    }

    private static ReadOnlySpan<char> WithoutComments(string source)
    {
        var rest = source.AsSpan().Trim();
        while (CommentEnd(rest) is > 0 and var end)
        {
            rest = rest[end..].TrimStart();
        }

        return rest;
    }

    private static int CommentEnd(ReadOnlySpan<char> text) =>
        text.StartsWith("/*") && text.IndexOf("*/") is > 1 and var end ? end + 2
        : !text.StartsWith("//") ? -1
        : text.IndexOf('\n') is > 0 and var newline ? newline : text.Length;

    /// <summary>Tags among JavaScript, which only MDX knows: <c>{list.map(x =&gt; &lt;li&gt;{x}&lt;/li&gt;)}</c>.</summary>
    private static bool HoldsMarkup(string source) =>
        source.Contains("</", StringComparison.Ordinal)
            || source.Contains("/>", StringComparison.Ordinal)
            || source.Contains("=>", StringComparison.Ordinal);
}

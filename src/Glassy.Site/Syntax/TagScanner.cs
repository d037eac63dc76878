namespace Glassy.Syntax;

/// <summary>Finds where the pieces of a JSX tag end. Every method returns -1 when the piece does not end.</summary>
internal static class TagScanner
{
    /// <summary>Whether a component's name begins at the offset, and where it ends.</summary>
    public static int NameEnd(ReadOnlySpan<char> text, int start)
    {
        if (start >= text.Length || !char.IsAsciiLetterUpper(text[start]))
        {
            return -1;
        }

        var end = start + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.'))
        {
            end++;
        }

        return end < text.Length && (char.IsWhiteSpace(text[end]) || text[end] is '/' or '>') ? end : -1;
    }

    /// <summary>Whether the name of an HTML element as JSX writes it begins at the offset, and where it ends.</summary>
    public static int ElementNameEnd(ReadOnlySpan<char> text, int start)
    {
        if (start >= text.Length || !char.IsAsciiLetterLower(text[start]))
        {
            return -1;
        }

        var end = start + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '-'))
        {
            end++;
        }

        return end < text.Length && (char.IsWhiteSpace(text[end]) || text[end] is '/' or '>') ? end : -1;
    }

    /// <summary>The end of a component's or an element's name; a fragment's is empty.</summary>
    public static int AnyNameEnd(ReadOnlySpan<char> text, int start) =>
        start < text.Length && text[start] == '>' ? start
        : NameEnd(text, start) is var end and >= 0 ? end
        : ElementNameEnd(text, start);

    public static int AttributeNameEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-' or ':' or '$'))
        {
            end++;
        }

        return end;
    }

    public static int SkipSpace(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return start;
    }

    /// <summary>The offset of the <c>}</c> that belongs to the <c>{</c> at <paramref name="open"/>, past strings and comments.</summary>
    public static int BraceEnd(ReadOnlySpan<char> text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '{':
                    depth++;
                    break;
                case '}' when --depth == 0:
                    return i;
                case '"' or '\'' or '`':
                    i = StringEnd(text, i);
                    break;
                case '/' when text[i..].StartsWith("/*"):
                    var close = text[i..].IndexOf("*/");
                    i = close < 0 ? -1 : i + close + 1;
                    break;
                case '/' when text[i..].StartsWith("//") && (char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '{' or ','):
                    var newline = text[i..].IndexOf('\n');
                    i = newline < 0 ? -1 : i + newline;
                    break;
            }

            if (i < 0)
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>The offset of the mark that ends the string which begins at <paramref name="open"/>.</summary>
    public static int StringEnd(ReadOnlySpan<char> text, int open)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == text[open])
            {
                return i;
            }
        }

        return -1;
    }
}

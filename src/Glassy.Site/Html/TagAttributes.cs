namespace Glassy.Html;

/// <summary>The attributes of an opening tag (HTML Living Standard, 13.1.2.3).</summary>
internal static class TagAttributes
{
    /// <summary>Finds an attribute; of two with one name the first counts.</summary>
    /// <param name="tag">What stands behind the tag's name.</param>
    /// <param name="name">In lower case.</param>
    /// <param name="value">As written, with references; empty for an attribute without one.</param>
    public static bool Find(ReadOnlySpan<char> tag, ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        while (tag.TrimStart(" \t\n\r\f/") is { Length: > 0 } rest)
        {
            var nameEnd = EndOf(rest, " \t\n\r\f/=");
            tag = rest[nameEnd..].TrimStart(" \t\n\r\f");
            value = tag is ['=', ..] ? ValueIn(tag[1..].TrimStart(" \t\n\r\f"), out tag) : default;
            if (rest[..nameEnd].Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        value = default;
        return false;
    }

    private static ReadOnlySpan<char> ValueIn(ReadOnlySpan<char> written, out ReadOnlySpan<char> rest)
    {
        var isQuoted = written is ['"' or '\'', ..];
        var text = isQuoted ? written[1..] : written;
        var end = EndOf(text, isQuoted ? written[..1] : " \t\n\r\f");
        rest = text[Math.Min(text.Length, isQuoted ? end + 1 : end)..];
        return text[..end];
    }

    private static int EndOf(ReadOnlySpan<char> text, ReadOnlySpan<char> ends) =>
        text.IndexOfAny(ends) is >= 0 and var end ? end : text.Length;
}

using System.Net;
using Glassy.Syntax;

namespace Glassy.Outputs.Search;

/// <summary>Where tags and elements begin and end in a rendered page.</summary>
internal static class Markup
{
    /// <summary>Where a tag's name ends that begins at an offset; that offset when none does.</summary>
    public static int NameEnd(string html, int start)
    {
        var end = start;
        while (end < html.Length && (char.IsAsciiLetterOrDigit(html[end]) || html[end] == '-'))
        {
            end++;
        }

        return end;
    }

    /// <summary>The place after a tag's <c>&gt;</c>; one inside of quotes does not count.</summary>
    public static int TagEnd(string html, int at)
    {
        while (at < html.Length)
        {
            switch (html[at++])
            {
                case '>':
                    return at;
                case '"' or '\'':
                    var close = html.IndexOf(html[at - 1], at);
                    at = close < 0 ? html.Length : close + 1;
                    break;
            }
        }

        return html.Length;
    }

    /// <summary>An attribute's value, without references; null when the tag does not have it.</summary>
    public static string? AttributeOf(ReadOnlySpan<char> tag, string name)
    {
        var start = tag.IndexOf($" {name}=\"", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var value = tag[(start + name.Length + 3)..];
        return value.IndexOf('"') is >= 0 and var end ? WebUtility.HtmlDecode(value[..end].ToString()) : null;
    }

    /// <summary>Whether something stands between an element's tags.</summary>
    /// <param name="name">The element's.</param>
    /// <param name="tag">What follows its name, to the tag's end.</param>
    public static bool HasContent(string name, ReadOnlySpan<char> tag) => !HtmlNames.IsVoid(name) && !tag.EndsWith("/>", StringComparison.Ordinal);

    /// <summary>The place after an element's end tag; elements of its name may stand in it.</summary>
    /// <param name="html">The page.</param>
    /// <param name="name">The element's.</param>
    /// <param name="at">The place after its opening tag.</param>
    public static int AfterElement(string html, string name, int at)
    {
        for (var depth = 1; depth > 0 && at < html.Length;)
        {
            var next = html.IndexOf('<', at);
            if (next < 0)
            {
                return html.Length;
            }

            if (next + 1 < html.Length && !char.IsAsciiLetter(html[next + 1]) && html[next + 1] != '/')
            {
                at = next + 1; // a script's less-than
                continue;
            }

            at = TagEnd(html, next + 1);
            var inner = html.AsSpan(next + 1, at - next - 1);
            if (inner is ['/', .. var end])
            {
                depth -= IsOf(end, name) ? 1 : 0;
            }
            else if (IsOf(inner, name) && !inner.EndsWith("/>", StringComparison.Ordinal))
            {
                depth++;
            }
        }

        return at;
    }

    private static bool IsOf(ReadOnlySpan<char> tag, string name) =>
        tag.StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && (tag.Length == name.Length || !(char.IsAsciiLetterOrDigit(tag[name.Length]) || tag[name.Length] == '-'));
}

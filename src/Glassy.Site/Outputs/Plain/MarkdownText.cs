using System.Text;

namespace Glassy.Outputs.Plain;

/// <summary>Keeps text from being read as markup (GitHub Flavored Markdown 0.29).</summary>
internal static class MarkdownText
{
    /// <summary>Text with a backslash before what would be markup within a line.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsMarkup(text, i))
            {
                escaped.Append('\\');
            }

            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    /// <summary>A paragraph whose first character does not make it something else: a heading, a list, a quote.</summary>
    public static string EscapeStart(string paragraph)
    {
        if (paragraph is ['#' or '>' or '+' or '=', ..] or ['-', ' ' or '-', ..])
        {
            return "\\" + paragraph;
        }

        var digits = paragraph.Length - paragraph.AsSpan().TrimStart("0123456789").Length;
        return digits is > 0 and < 10 && digits < paragraph.Length - 1 && paragraph[digits] is '.' or ')' && paragraph[digits + 1] == ' '
            ? paragraph.Insert(digits, "\\")
            : paragraph;
    }

    /// <summary>More backticks than stand together in a text.</summary>
    public static string Fence(string text, int least)
    {
        var (longest, current) = (0, 0);
        foreach (var c in text)
        {
            current = c == '`' ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return new string('`', Math.Max(least, longest + 1));
    }

    /// <summary>Every line behind a prefix, the first behind another of the same width.</summary>
    public static string Indent(string block, string first, string rest)
    {
        var lines = block.Split('\n');
        return string.Join('\n', lines.Select((line, i) => i == 0 ? first + line : line.Length > 0 ? rest + line : rest.TrimEnd()));
    }

    /// <summary>Whether a character would be read as markup where it stands.</summary>
    public static bool IsMarkup(string text, int at)
    {
        switch (text[at])
        {
            case '\\' or '`' or '*' or '[' or ']' or '<':
                return true;
            case '_': // within a word it is none
                return !char.IsLetterOrDigit(CharAt(text, at - 1)) || !char.IsLetterOrDigit(CharAt(text, at + 1));
            case '~':
                return CharAt(text, at - 1) == '~' || CharAt(text, at + 1) == '~';
            case '&':
                return CharAt(text, at + 1) == '#' || char.IsAsciiLetter(CharAt(text, at + 1));
            default:
                return false;
        }
    }

    private static char CharAt(string text, int at) => at >= 0 && at < text.Length ? text[at] : ' ';
}

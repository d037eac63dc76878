using System.Buffers;
using System.Text;

namespace Glassy.Plain;

/// <summary>Keeps text from being read as markup (GitHub Flavored Markdown 0.29).</summary>
internal static class MarkdownText
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(@"\`*[]<_~&");

    /// <summary>Text with a backslash before what would be markup within a line.</summary>
    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(Marks))
        {
            return text;
        }

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

    private static bool IsMarkup(string text, int at)
    {
        var (before, after) = (at > 0 ? text[at - 1] : ' ', at + 1 < text.Length ? text[at + 1] : ' ');
        return text[at] switch
        {
            '\\' or '`' or '*' or '[' or ']' or '<' => true,
            '_' => !char.IsLetterOrDigit(before) || !char.IsLetterOrDigit(after), // within a word it is none
            '~' => before == '~' || after == '~',
            '&' => after == '#' || char.IsAsciiLetter(after),
            _ => false,
        };
    }
}

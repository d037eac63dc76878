using System.Text;

namespace Glassy.Theme;

/// <summary>
/// Takes comments and spare spaces out of a style, and nothing else: texts in quotes and addresses stay as they are, and so does every
/// space that may mean something (<c>a :hover</c>, <c>1px + 2px</c>, <c>and (…)</c>).
/// </summary>
public static class CssMinifier
{
    private const string NoSpaceAfter = "{};,(:>~";
    private const string NoSpaceBefore = "{};,)!>~";

    /// <param name="css">A whole style; of one that is broken, what is there comes out.</param>
    public static string Minify(string css)
    {
        var style = new StringBuilder(css.Length);
        var space = false;
        for (var at = 0; at < css.Length;)
        {
            var end = EndOfToken(css, at);
            var token = css.AsSpan(at, end - at);
            at = end;
            if (char.IsWhiteSpace(token[0]) || token.StartsWith("/*"))
            {
                space = true; // a comment parts words as a space does
                continue;
            }

            if (space
                && style.Length > 0
                && !NoSpaceAfter.Contains(style[^1], StringComparison.Ordinal)
                && !NoSpaceBefore.Contains(token[0], StringComparison.Ordinal))
            {
                style.Append(' ');
            }

            space = false;
            if (token[0] == '}' && style.Length > 0 && style[^1] == ';')
            {
                style.Length--;
            }

            style.Append(token);
        }

        return style.ToString();
    }

    /// <summary>Where a comment, a text in quotes or an address ends that begins here; else the next character.</summary>
    private static int EndOfToken(string css, int at)
    {
        if (Begins("/*"))
        {
            return After(css, "*/", at + 2);
        }

        if (css[at] is '"' or '\'')
        {
            var end = at + 1;
            while (end < css.Length && css[end] != css[at])
            {
                end += css[end] == '\\' ? 2 : 1;
            }

            return Math.Min(end + 1, css.Length);
        }

        return css[at] == '\\' ? Math.Min(at + 2, css.Length)
            : Begins("url(") && !Begins("url(\"") && !Begins("url('") ? After(css, ")", at)
            : at + 1;

        bool Begins(string text) => string.CompareOrdinal(css, at, text, 0, text.Length) == 0;
    }

    private static int After(string css, string end, int from) =>
        css.IndexOf(end, from, StringComparison.Ordinal) is var found and >= 0 ? found + end.Length : css.Length;
}

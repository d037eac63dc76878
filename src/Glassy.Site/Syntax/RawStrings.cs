using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Glassy.Sources;

namespace Glassy.Syntax;

/// <summary>
/// Text that MDX lets an author write as JavaScript where everything else is as it is: <c>&lt;pre&gt;{`a &lt; b`}&lt;/pre&gt;</c>.
/// </summary>
internal static partial class RawStrings
{
    /// <summary>
    /// The markup with the text of each <c>{'…'}</c>, <c>{"…"}</c> and <c>{`…`}</c>, and without <c>{/* … */}</c>; other braces are braces.
    /// Where there is any, the lines' indentation is layout, as in JSX.
    /// </summary>
    public static string WriteOut(string markup)
    {
        var written = new StringBuilder(markup.Length);
        var done = 0;
        for (var at = markup.IndexOf('{'); at >= 0; at = markup.IndexOf('{', Math.Max(at + 1, done)))
        {
            if (TagScanner.BraceEnd(markup, at) is > 0 and var close && TextOf(markup, at + 1, close) is { } text)
            {
                written.Append(Indentation().Replace(markup[done..at], "\n")).Append(WebUtility.HtmlEncode(text));
                done = close + 1;
            }
        }

        return done == 0 ? markup : written.Append(Indentation().Replace(markup[done..], "\n")).ToString();
    }

    /// <summary>What stands between braces as text; null when it is no string.</summary>
    private static string? TextOf(string markup, int start, int end)
    {
        var code = markup.AsSpan(start, end - start).Trim();
        if (code.StartsWith("/*") && code.IndexOf("*/") == code.Length - 2)
        {
            return "";
        }

        return code is ['\'' or '"' or '`', ..] && LiteralReader.Read(
            code.ToString(), 0, code.Length, _ => new SourcePosition(1, 1), []) is { Value: string text } ? text : null;
    }

    [GeneratedRegex("\n[ \t]+")]
    private static partial Regex Indentation();
}

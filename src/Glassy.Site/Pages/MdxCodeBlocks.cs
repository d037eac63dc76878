namespace Glassy.Pages;

/// <summary>
/// Fences that other programs take for code and Docusaurus for the page's own MDX: three or four backticks and <c>mdx-code-block</c>.
/// Their lines become empty, so that what they enclose keeps its place in the file.
/// </summary>
internal static class MdxCodeBlocks
{
    private const string Info = "mdx-code-block";

    /// <summary>The text without such fences; one that nothing closes stays, and so does one that other code shows.</summary>
    /// <param name="text">Markdown with <c>\n</c> line ends.</param>
    public static string Unwrap(string text)
    {
        if (!text.Contains(Info, StringComparison.Ordinal))
        {
            return text;
        }

        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (FenceOf(lines[i]) is not var (mark, info))
            {
                continue;
            }

            var isOurs = mark is "```" or "````" && info == Info;
            var close = Array.FindIndex(lines, i + 1, line => isOurs ? line.Trim() == mark : Closes(line, mark));
            if (isOurs && close > 0)
            {
                (lines[i], lines[close]) = ("", "");
            }

            i = close > 0 ? close : i;
        }

        return string.Join('\n', lines);
    }

    private static (string Mark, string Info)? FenceOf(string line)
    {
        var text = line.AsSpan().Trim();
        var length = text is ['`' or '~', ..] ? text.Length - text.TrimStart(text[0]).Length : 0;
        return length < 3 || (text[0] == '`' && text[length..].Contains('`'))
            ? null
            : (text[..length].ToString(), text[length..].Trim().ToString());
    }

    private static bool Closes(string line, string mark) =>
        line.AsSpan().Trim() is var text && text.StartsWith(mark) && text.TrimStart(mark[0]).IsEmpty;
}

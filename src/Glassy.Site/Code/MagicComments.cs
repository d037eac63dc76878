namespace Glassy.Code;

/// <summary>
/// Comments that highlight lines: <c>highlight-next-line</c>, and <c>highlight-start</c> to <c>highlight-end</c>, alone on
/// their lines in the language's comment syntax. They are Docusaurus', with the comments that it reads in each language.
/// </summary>
public static class MagicComments
{
    private const string NextLine = "highlight-next-line";
    private const string Start = "highlight-start";
    private const string End = "highlight-end";

    private static readonly (string Open, string Close) Slashes = ("//", "");
    private static readonly (string Open, string Close) SlashStar = ("/*", "*/");
    private static readonly (string Open, string Close) Braces = ("{/*", "*/}");
    private static readonly (string Open, string Close) Hash = ("#", "");
    private static readonly (string Open, string Close) Markup = ("<!--", "-->");
    private static readonly (string Open, string Close) Dashes = ("--", "");

    /// <summary>Takes the comments out.</summary>
    /// <param name="code">The code, line ends <c>\n</c>.</param>
    /// <param name="language">A name or alias; comments of the common kinds count in languages that have no rule of their own.</param>
    /// <returns>The code without them, and the 1-based lines of it to highlight.</returns>
    public static (string Code, IReadOnlySet<int> Highlighted) Read(string code, string language)
    {
        var highlighted = new HashSet<int>();
        if (!code.Contains("highlight-", StringComparison.Ordinal))
        {
            return (code, highlighted);
        }

        var styles = StylesOf(CodeLanguages.Find(language)?.Name ?? language);
        var kept = new List<string>();
        var first = 0;
        foreach (var line in code.Split('\n'))
        {
            switch (DirectiveIn(line, styles))
            {
                case NextLine:
                    highlighted.Add(kept.Count + 1);
                    break;
                case Start:
                    first = kept.Count + 1;
                    break;
                case End:
                    highlighted.UnionWith(Enumerable.Range(first, first == 0 ? 0 : kept.Count + 1 - first));
                    break;
                default:
                    kept.Add(line);
                    break;
            }
        }

        return (string.Join('\n', kept), highlighted);
    }

    private static string? DirectiveIn(string line, (string Open, string Close)[] styles)
    {
        var text = line.AsSpan().Trim();
        foreach (var (open, close) in styles)
        {
            if (text.Length > open.Length + close.Length && text.StartsWith(open) && text.EndsWith(close)
                && text[open.Length..^close.Length].Trim() is var inner && inner is NextLine or Start or End)
            {
                return inner.ToString();
            }
        }

        return null;
    }

    private static (string Open, string Close)[] StylesOf(string language) => language switch
    {
        "javascript" or "typescript" => [Slashes, SlashStar],
        "jsx" or "tsx" => [Slashes, SlashStar, Braces],
        "html" => [Slashes, SlashStar, Markup],
        "python" or "bash" => [Hash],
        "markdown" => [Markup, Braces, Hash],
        "tex" or "matlab" => [("%", "")],
        "lua" or "haskell" => [Dashes],
        "sql" => [Dashes, SlashStar],
        "wasm" => [(";;", "")],
        "visual-basic" => [("'", ""), ("REM ", ""), ("Rem ", ""), ("rem ", "")],
        "batch" => [("REM ", ""), ("Rem ", ""), ("rem ", "")],
        "fsharp" => [Slashes, ("(*", "*)")],
        "ocaml" => [("(*", "*)")],
        _ => [Slashes, SlashStar, Braces, Hash, Markup],
    };
}

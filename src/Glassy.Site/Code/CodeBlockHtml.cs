using System.Globalization;
using System.Net;
using System.Text;
using Glassy.Pages;
using Glassy.Sources;

namespace Glassy.Code;

/// <summary>The markup of a block of code, the same in prose and in components.</summary>
public static class CodeBlockHtml
{
    /// <summary>Renders a block and notes a language that there are no colours for.</summary>
    public static RawHtml Render(string code, CodeInfo info, PageDiagnostics diagnostics, SourcePosition position)
    {
        if (CodeLanguages.Find(info.Language) is null && !CodeLanguages.IsPlain(info.Language))
        {
            diagnostics.Note($"code is shown without colours: the language `{info.Language}` is not known", position);
        }

        return Render(code, info);
    }

    /// <summary>A block of elements, as they are: what they say is in no language.</summary>
    public static RawHtml Render(RawHtml elements) =>
        new($"<div class=\"code\"><pre tabindex=\"0\"><code>{elements.Value.Trim('\n')}</code></pre></div>");

    /// <param name="code">The code, line ends <c>\n</c>; without highlighted lines in <paramref name="info"/>, its magic comments
    /// count.</param>
    /// <param name="info">How to show it.</param>
    public static RawHtml Render(string code, CodeInfo info)
    {
        var (shown, highlighted) = info.Highlighted.Count > 0 ? (code, info.Highlighted) : MagicComments.Read(code, info.Language);
        var html = new StringBuilder("<div class=\"code\">");
        if (info.Title is { } title)
        {
            html.Append("<div class=\"code-title\">").Append(WebUtility.HtmlEncode(title)).Append("</div>");
        }

        html
            .Append("<pre tabindex=\"0\" data-language=\"")
            .Append(WebUtility.HtmlEncode(CodeLanguages.Find(info.Language)?.Name ?? info.Language))
            .Append('"');
        if (info.FirstLineNumber is { } first)
        {
            html.Append(" class=\"line-numbers\" style=\"--first-line:").Append(CultureInfo.InvariantCulture, $"{first}").Append('"');
        }

        var wrapLines = info.FirstLineNumber is not null || highlighted.Count > 0;
        html.Append("><code>")
            .Append(CodeHighlighter.Highlight(shown, info.Language, wrapLines, highlighted))
            .Append("</code></pre></div>");
        return new RawHtml(html.ToString());
    }
}

using System.Net;
using System.Text;
using Glassy.Theme;

namespace Glassy.Content;

/// <summary>The markup of a block of code, the same in prose and in components.</summary>
public static class CodeBlockHtml
{
    /// <param name="code">The code, line ends <c>\n</c>.</param>
    /// <param name="info">How to show it.</param>
    public static RawHtml Render(string code, CodeInfo info)
    {
        var html = new StringBuilder("<div class=\"code\">");
        if (info.Title is { } title)
        {
            html.Append("<div class=\"code-title\">").Append(WebUtility.HtmlEncode(title)).Append("</div>");
        }

        html.Append("<pre tabindex=\"0\" data-language=\"").Append(WebUtility.HtmlEncode(CodeLanguages.Find(info.Language)?.Name ?? info.Language)).Append('"');
        if (info.FirstLineNumber is { } first)
        {
            html.Append(" class=\"line-numbers\" style=\"--first-line:").Append(first).Append('"');
        }

        var wrapLines = info.FirstLineNumber is not null || info.Highlighted.Count > 0;
        html.Append("><code>")
            .Append(CodeHighlighter.Highlight(code, info.Language, wrapLines, info.Highlighted))
            .Append("</code></pre></div>");
        return new RawHtml(html.ToString());
    }
}

using AngleSharp.Html.Parser;
using Glassy.Sources;

namespace Glassy.Theme;

/// <summary>What a page wants in its document's head: <c>&lt;head&gt;&lt;title&gt;…&lt;/title&gt;&lt;meta …/&gt;&lt;/head&gt;</c> in its Markdown.</summary>
public sealed record PageHead
{
    public static PageHead Empty { get; } = new();

    /// <summary>The document's title as it is, without the site's; null for the page's own.</summary>
    public string? Title { get; init; }

    /// <summary>Null for the page's own.</summary>
    public string? Description { get; init; }

    /// <summary>Separated by commas; null for the page's own.</summary>
    public string? Keywords { get; init; }

    /// <summary>The address that search engines should know; null for the page's own.</summary>
    public string? Canonical { get; init; }

    /// <summary>All the rest.</summary>
    public RawHtml Others { get; init; } = RawHtml.Empty;

    /// <summary>Sorts what a page says; of what is there twice the last counts.</summary>
    /// <param name="html">The rendered elements.</param>
    public static PageHead Of(string html)
    {
        if (html.Length == 0)
        {
            return Empty;
        }

        using var document = new HtmlParser().ParseDocument(html);
        var head = Empty;
        var others = new List<string>();
        foreach (var element in document.QuerySelectorAll("title, meta, link, script, style"))
        {
            switch (element.LocalName, element.GetAttribute("name") ?? element.GetAttribute("rel"))
            {
                case ("title", _):
                    head = head with { Title = element.TextContent.Trim() };
                    break;
                case ("meta", "description"):
                    head = head with { Description = element.GetAttribute("content") };
                    break;
                case ("meta", "keywords"):
                    head = head with { Keywords = element.GetAttribute("content") };
                    break;
                case ("link", "canonical"):
                    head = head with { Canonical = element.GetAttribute("href") };
                    break;
                case ("meta", _) when element.HasAttribute("charset"):
                    break; // every page has them
                default:
                    others.Add(element.OuterHtml);
                    break;
            }
        }

        return head with { Others = new RawHtml(string.Join('\n', others)) };
    }
}

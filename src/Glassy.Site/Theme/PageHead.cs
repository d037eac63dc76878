using System.Net;
using System.Text;
using Glassy.Html;
using Glassy.Sources;

namespace Glassy.Theme;

/// <summary>
/// What a page wants in its document's head: <c>&lt;head&gt;&lt;title&gt;…&lt;/title&gt;&lt;meta …/&gt;&lt;/head&gt;</c> in its Markdown.
/// </summary>
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
    /// <param name="elements">As they are rendered; what belongs into no head is left out.</param>
    public static PageHead Of(PageMarkup elements)
    {
        var head = Empty;
        var others = new List<string>();
        for (var at = 0; at < elements.Tokens.Length;)
        {
            var token = elements.Tokens[at];
            if (token.Kind == MarkupKind.Opening && elements.NameOf(token) is "title" or "meta" or "link" or "script" or "style")
            {
                var name = elements.NameOf(token);
                var end = elements.AfterElement(at, name);
                head = head.With(elements, token, name, ContentOf(elements, at + 1, end), others);
                at = end;
            }
            else
            {
                at++;
            }
        }

        return others.Count == 0 ? head : head with { Others = new RawHtml(string.Join('\n', others)) };
    }

    private PageHead With(PageMarkup elements, MarkupToken token, string name, string content, List<string> others)
    {
        var tag = elements.TagOf(token).Span;
        switch (name, ValueOf(tag, "name") ?? ValueOf(tag, "rel"))
        {
            case ("title", _):
                return this with { Title = WebUtility.HtmlDecode(content).Trim() };
            case ("meta", "description"):
                return this with { Description = ValueOf(tag, "content") };
            case ("meta", "keywords"):
                return this with { Keywords = ValueOf(tag, "content") };
            case ("link", "canonical"):
                return this with { Canonical = ValueOf(tag, "href") };
            case ("meta", _) when ValueOf(tag, "charset") is not null:
                return this; // every page has them
            default:
                var closing = elements.HasContent(token, name) ? $"{content}</{name}>" : "";
                others.Add($"<{name}{tag.TrimEnd(" \n/")}>{closing}");
                return this;
        }
    }

    /// <summary>What stands between an element's tags.</summary>
    private static string ContentOf(PageMarkup elements, int from, int end)
    {
        var content = new StringBuilder();
        foreach (var token in elements.Tokens[from..Math.Max(from, end)])
        {
            content.Append(token.Kind == MarkupKind.Closing ? "" : elements.TextOf(token));
        }

        return content.ToString();
    }

    private static string? ValueOf(ReadOnlySpan<char> tag, string attribute) =>
        TagAttributes.Find(tag, attribute, out var value) ? WebUtility.HtmlDecode(value.ToString()) : null;
}

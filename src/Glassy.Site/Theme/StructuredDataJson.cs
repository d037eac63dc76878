using System.Text.Json;
using Glassy.Sources;

namespace Glassy.Theme;

/// <summary>What search engines read of a page, as JSON-LD.</summary>
public static class StructuredDataJson
{
    /// <summary>A <c>BreadcrumbList</c> (schema.org), written so that nothing in it can end a script element.</summary>
    /// <param name="above">The way to the page's parent; what has no page of its own is left out.</param>
    /// <param name="title">The page's title.</param>
    /// <param name="address">What the addresses in <paramref name="above"/> are relative to.</param>
    /// <param name="permalink">The page's own address, with scheme and host.</param>
    public static RawHtml Breadcrumbs(IEnumerable<PageLink> above, string title, Uri address, string permalink)
    {
        var stops = above.Where(link => link.Href is not null)
            .Select(link => (Name: link.Label, Item: new Uri(address, link.Href).AbsoluteUri))
            .Append((Name: title, Item: permalink));
        var list = new Dictionary<string, object>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "BreadcrumbList",
            ["itemListElement"] = stops.Select((stop, i) => new Dictionary<string, object>
            {
                ["@type"] = "ListItem",
                ["position"] = i + 1,
                ["name"] = stop.Name,
                ["item"] = stop.Item,
            }),
        };

        // The serializer's usual encoder writes <, > and & as \u003C and so on.
        return new RawHtml(JsonSerializer.Serialize(list));
    }
}

using Glassy.Diagnostics;
using Glassy.Sources;
using YamlDotNet.RepresentationModel;

namespace Glassy.Furniture;

/// <summary>
/// Reads the entries that navbar and footer share: short (<c>doc: intro</c>, a bare id) or as Docusaurus has them (<c>type: doc</c>).
/// </summary>
internal static class WrittenLinks
{
    private static readonly string[] Types = ["doc", "docSidebar", "link", "dropdown", "html", "search", "theme"];

    /// <summary>A list's entries.</summary>
    /// <param name="values">What holds the list.</param>
    /// <param name="key">The list's key.</param>
    /// <param name="types">The types that may stand there.</param>
    /// <param name="extra">Keys that its entries may have besides their own.</param>
    public static List<WrittenLink> Read(YamlMapping values, string key, IReadOnlyCollection<string> types, params string[] extra) =>
        [.. values.Items(key).Select(node => Read(values, node, types, extra)).OfType<WrittenLink>()];

    /// <summary>An entry; null when it is none, which is then reported.</summary>
    public static WrittenLink? Read(YamlMapping values, YamlNode node, IReadOnlyCollection<string> types, params string[] extra)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } id })
        {
            return new WrittenLink(WrittenLinkKind.Page, "", id, YamlNodes.Place(node));
        }

        if (values.Of(node) is not { } item)
        {
            values.Report(YamlNodes.Place(node), "a page's id or `{label: …, to: …}` was expected");
            return null;
        }

        var type = item.Text("type") is null or "default" ? Guessed(item) : item.Text("type")!; // the pattern has it
        if (!types.Contains(type))
        {
            item.Report("type", $"`type: {type}` was not expected here{Spelling.SuggestAndList(type, types)}");
            return null;
        }

        var own = KeysOf(type);
        item.RefuseOthersThan(["type", "label", "className", .. own, .. extra]);
        if (type == "search")
        {
            return null; // the bar ends with the search's button, on a phone too
        }

        var link = type switch
        {
            "doc" => Linked(WrittenLinkKind.Page, item, own),
            "docSidebar" => Linked(WrittenLinkKind.Sidebar, item, own),
            "html" => Linked(WrittenLinkKind.Html, item, own),
            "theme" => new WrittenLink(WrittenLinkKind.Theme, "", "", item.Position),
            "dropdown" => Dropdown(item),
            _ => Labelled(Linked(WrittenLinkKind.Address, item, own), item),
        };
        return link is null ? null : link with { ClassName = item.Text("className"), IsAtEnd = IsAtEnd(item, extra) };
    }

    private static string Guessed(YamlMapping item) =>
        item.Has("doc") || item.Has("docId") ? "doc"
        : item.Has("sidebar") || item.Has("sidebarId") ? "docSidebar"
        : item.Has("items") ? "dropdown"
        : item.Has("html") || item.Has("value") ? "html"
        : "link";

    /// <summary>The keys that say where an entry of a type leads, or what it holds.</summary>
    private static string[] KeysOf(string type) => type switch
    {
        "doc" => ["doc", "docId", "id"],
        "docSidebar" => ["sidebar", "sidebarId"],
        "dropdown" => ["items"],
        "html" => ["html", "value"],
        "search" or "theme" => [],
        _ => ["to", "href"],
    };

    private static WrittenLink? Linked(WrittenLinkKind kind, YamlMapping item, string[] keys)
    {
        var target = keys.Select(item.Text).FirstOrDefault(text => text is not null);
        if (target is null)
        {
            item.Report(item.Position, $"this item needs {string.Join(" or ", keys.Select(key => $"`{key}`"))}");
            return null;
        }

        return kind == WrittenLinkKind.Html
            ? new WrittenLink(kind, "", "", item.Position) { Html = target }
            : new WrittenLink(kind, item.Text("label") ?? "", target, item.PositionOf(keys.First(item.Has)));
    }

    private static WrittenLink? Labelled(WrittenLink? link, YamlMapping item)
    {
        if (link is { Label.Length: 0 })
        {
            item.Report(item.Position, $"the link to `{link.Target}` needs a `label`");
            return null;
        }

        return link;
    }

    private static WrittenLink? Dropdown(YamlMapping item) =>
        Labelled(new WrittenLink(WrittenLinkKind.Dropdown, item.Text("label") ?? "", "its items", item.Position), item) is { } dropdown
            ? dropdown with { Items = Read(item, "items", [.. Types.Except(["dropdown", "search", "theme"])]) }
            : null;

    private static bool IsAtEnd(YamlMapping item, string[] extra)
    {
        var position = extra.Contains("position") ? item.Text("position") : null;
        if (position is not (null or "left" or "right"))
        {
            item.Report("position", $"`position: {position}`: left or right was expected");
        }

        return position == "right";
    }
}

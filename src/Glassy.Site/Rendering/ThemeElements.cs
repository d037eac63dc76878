using System.Text.RegularExpressions;
using Glassy.Links;
using Glassy.Sources;
using Glassy.Syntax;
using Markdig.Renderers;

namespace Glassy.Rendering;

/// <summary>
/// Components of Docusaurus that stand for an HTML element, whose attributes they take: links, headings, pictures for each theme.
/// </summary>
internal sealed partial class ThemeElements(PageWriting page)
{
    private readonly ExpressionResolver _resolver = new(page);
    private readonly ElementWriter _elements = new(page);

    public static IReadOnlyList<string> Names { get; } = ["Heading", "Link", "ThemedImage"];

    /// <summary>Writes one of <see cref="Names"/>.</summary>
    public void Write(HtmlRenderer renderer, string name, ComponentTag tag, RawHtml children)
    {
        if (_resolver.Resolve(tag) is not { } resolved)
        {
            return;
        }

        switch (name)
        {
            case "Link":
                WriteLink(renderer, resolved, children);
                break;
            case "Heading":
                WriteHeading(renderer, resolved, children);
                break;
            default:
                WritePictures(renderer, tag, resolved);
                break;
        }
    }

    private void WriteLink(HtmlRenderer renderer, ComponentTag tag, RawHtml children)
    {
        if (Find(tag, "to") is not { } to && (to = Find(tag, "href")) is null)
        {
            if (Find(tag, "id") is null)
            {
                page.Diagnostics.Error($"<{tag.Name}> needs the attribute `to`, or `id` to be led to", tag.Position);
                return;
            }

            _elements.WriteOpening(renderer, As("a", tag, tag.Attributes));
            renderer.Write(children.Value).Write("</a>");
            return;
        }

        if (page.IsToc || to.Value.Value is not string url)
        {
            renderer.Write(children.Value);
            return;
        }

        // the element's writer resolves and reports it
        var isExternal = LinkResolver.IsExternal(page.Links.ResolveLink(url, page.Page, page.SitePath).Href);
        TagArgument[] rel = isExternal && Find(tag, "rel") is null ? [Text("rel", "noopener", to.Position)] : [];
        var others = tag.Attributes.Where(a => a.Name is not ("to" or "href" or "isNavLink" or "activeClassName" or "autoAddBaseUrl"));
        _elements.WriteOpening(renderer, As("a", tag, [to with { Name = "href" }, .. others, .. rel]));
        renderer.Write(children.Value).Write("</a>");
    }

    private void WriteHeading(HtmlRenderer renderer, ComponentTag tag, RawHtml children)
    {
        var level = Find(tag, "as");
        if (level?.Value.Value is not ("h1" or "h2" or "h3" or "h4" or "h5" or "h6"))
        {
            page.Diagnostics.Error($"<{tag.Name}> needs the attribute `as`: \"h1\" to \"h6\"", (level?.Value.Position) ?? tag.Position);
            return;
        }

        var name = (string)level.Value.Value;
        _elements.WriteOpening(renderer, As(name, tag, [.. tag.Attributes.Where(a => a.Name != "as")]));
        renderer.Write(children.Value);
        if (Find(tag, "id")?.Value.Value is string id && name != "h1")
        {
            var heading = new RawHtml(
                Tags().Replace(LatePictures.Without(children.Value), "").Trim().Replace("\"", "&quot;", StringComparison.Ordinal));
            renderer.Write("<a class=\"anchor\" href=\"#").WriteEscape(id).Write("\" aria-label=\"")
                .Write(page.Words.HtmlOf("page.link_to", new Dictionary<string, object?> { ["heading"] = heading }).Value)
                .Write("\">#</a>");
        }

        renderer.Write($"</{name}>");
    }

    private void WritePictures(HtmlRenderer renderer, ComponentTag written, ComponentTag resolved)
    {
        if (Find(resolved, "sources")?.Value.Value is not IReadOnlyDictionary<string, Literal> sources
            || Find(written, "sources")?.Value.Value is not IReadOnlyDictionary<string, Literal> original
            || sources.GetValueOrDefault("light")?.Value is not string || sources.GetValueOrDefault("dark")?.Value is not string)
        {
            page.Diagnostics.Error(
                $"<{written.Name}> needs the attribute `sources`: {{{{light: '…', dark: '…'}}}}",
                Find(written, "sources")?.Value.Position ?? written.Position);
            return;
        }

        foreach (var theme in new[] { "light", "dark" })
        {
            // both have been looked at
            var source = original[theme].Value is Reference
                ? sources[theme]
                : _resolver.ResolveFile((string)sources[theme].Value!, sources[theme].Position);
            if (source is not null)
            {
                var className = Find(resolved, "className")?.Value.Value as string;
                _elements.WriteOpening(renderer, As("img", resolved,
                [
                    new TagArgument("src", source, source.Position),
                    .. resolved.Attributes.Where(a => a.Name is not ("sources" or "className")),
                    Text("className", $"only-{theme}{(className is null ? "" : " " + className)}", resolved.Position),
                ]));
            }
        }
    }

    private static TagArgument? Find(ComponentTag tag, string name) => tag.Attributes.FirstOrDefault(a => a.Name == name);

    private static TagArgument Text(string name, string value, SourcePosition position) =>
        new(name, new Literal(value, position), position);

    private static ComponentTag As(string name, ComponentTag tag, IReadOnlyList<TagArgument> attributes) =>
        tag with { Name = name, Attributes = attributes, IsSelfClosing = false };

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}

using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Links;
using Glassy.Navigation;
using Glassy.Pages;
using Glassy.Sources;
using Glassy.Theme;

namespace Glassy.Furniture;

/// <summary>Finds what written links lead to, and reports those that lead nowhere.</summary>
/// <param name="map">The site's pages.</param>
/// <param name="resolver">Where addresses lead.</param>
/// <param name="config">How links are written, and how serious broken ones are.</param>
/// <param name="diagnostics">Receives what is wrong.</param>
public sealed class FurnitureLinks(SiteMap map, LinkResolver resolver, SiteConfig config, ICollection<Diagnostic> diagnostics)
{
    private readonly List<AnchorLink> _anchorLinks = [];

    private readonly SitePath _paths = AnyPage.Paths(config.LinksToFiles);

    private readonly Dictionary<string, Route> _routes = map.All.Select(page => page.Route).Append(Route.Of("/", default))
        .DistinctBy(route => route.File).ToDictionary(route => route.HrefFrom(AnyPage.Paths(config.LinksToFiles)), StringComparer.Ordinal);

    /// <summary>Links to places in pages, to be checked when all pages are rendered.</summary>
    public IReadOnlyList<AnchorLink> AnchorLinks => _anchorLinks;

    /// <summary>A page at the site's root that stands for what is on all pages: relative addresses begin there.</summary>
    /// <param name="file">Where it is written, for messages.</param>
    /// <param name="markdown">Its content.</param>
    public static Page Everywhere(string file, string markdown) => new()
    {
        Source = new PageSource(file, "", new FrontMatter { HideTitle = true, HideTableOfContents = true }, markdown),
        Route = Route.Of("/", default),
        Title = "",
        Description = "",
    };

    /// <summary>Links of a file; those that lead nowhere are left out.</summary>
    /// <param name="links">As written.</param>
    /// <param name="file">The file, for messages.</param>
    public IReadOnlyList<PlacedLink> Place(IReadOnlyList<WrittenLink> links, string file) =>
        [.. links.Select(link => Place(link, file)).OfType<PlacedLink>()];

    /// <summary>Where an address leads.</summary>
    /// <param name="address">As written.</param>
    /// <param name="file">Where, for messages.</param>
    /// <param name="position">Where in that file.</param>
    /// <returns>The address relative to <see cref="AnyPage"/>, and the page's place when it is one; or what is wrong.</returns>
    public (string Href, Route? Route, string? Error) Follow(string address, string file, SourcePosition position)
    {
        var link = resolver.ResolveLink(address, Everywhere(file, ""), _paths);
        if (link.Refused is { } refused)
        {
            diagnostics.Add(Diagnostic.Error(refused, file, position.Line, position.Column));
            return (link.Href, null, null);
        }

        if (link.Error is not null && address.Split('?', '#')[0] == "/")
        {
            var first = Route.Of("/", default); // without a page of its author's, the site's root leads to the first
            return (first.HrefFrom(_paths) + address[1..], first, null);
        }

        if (link is { Permalink: { } permalink, Fragment.Length: > 0 })
        {
            _anchorLinks.Add(new AnchorLink(address, permalink, link.Fragment, file, position, ""));
        }

        var cut = link.Href.AsSpan().IndexOfAny('?', '#');
        var path = cut < 0 ? link.Href : link.Href[..cut];
        // both are the page
        var route = _routes.GetValueOrDefault(path) ?? _routes.GetValueOrDefault(path.EndsWith('/') ? path[..^1] : path + "/");
        return (link.Href, route, link.Error);
    }

    /// <summary>A page's title, for links to it.</summary>
    public string? TitleOf(Route? route) => route is null ? null : map.Pages.FirstOrDefault(page => page.Route == route)?.Title;

    private PlacedLink? Place(WrittenLink link, string file)
    {
        var placed = link.Kind switch
        {
            WrittenLinkKind.Page => ToPage(link, file),
            WrittenLinkKind.Sidebar => ToSidebar(link, file),
            WrittenLinkKind.Address => ToAddress(link, file),
            WrittenLinkKind.Dropdown => new PlacedLink(new SiteLink(link.Label, null)) { Items = Place(link.Items, file) },
            WrittenLinkKind.Html => new PlacedLink(new SiteLink("", null) { Html = new RawHtml(link.Html ?? "") }),
            _ => new PlacedLink(new SiteLink("", null) { IsTheme = true }),
        };
        return placed is null or { Link: { Href: null, Html: null, IsTheme: false }, Items.Count: 0 }
            ? null
            : placed with { Link = placed.Link with { ClassName = link.ClassName }, IsAtEnd = link.IsAtEnd };
    }

    private PlacedLink? ToPage(WrittenLink link, string file)
    {
        var isFile = PageSource.IsMarkdown(link.Target);
        var known = map.Pages.Select(page => isFile ? page.Source.InputPath : page.Id);
        var wanted = isFile ? Permalink.Resolve(link.Target, "/").TrimStart('/') : link.Target;
        if (map.Pages.FirstOrDefault(page => (isFile ? page.Source.InputPath : page.Id) == wanted) is { } target)
        {
            return new PlacedLink(new SiteLink(link.Label.Length > 0 ? link.Label : target.SidebarLabel, target.HrefFrom(_paths)))
            {
                Permalink = target.Permalink
            };
        }

        Report(
            $"there is no page {(isFile ? "in" : "with the id")} `{link.Target}`{Spelling.Suggest(wanted, known.Order(StringComparer.Ordinal))}",
            file,
            link.Position);
        return null;
    }

    private PlacedLink? ToSidebar(WrittenLink link, string file)
    {
        if (map.FirstOf(link.Target) is { } first)
        {
            return new PlacedLink(new SiteLink(link.Label.Length > 0 ? link.Label : first.Label, first.Route.HrefFrom(_paths)))
            {
                Permalink = first.Route.Permalink,
                Sidebar = link.Target
            };
        }

        Report(
            $"there is no sidebar `{link.Target}` with pages{Spelling.SuggestAndList(link.Target, map.SidebarNames)}", file, link.Position);
        return null;
    }

    private PlacedLink? ToAddress(WrittenLink link, string file)
    {
        var (href, route, error) = Follow(link.Target, file, link.Position);
        if (error is not null)
        {
            Report(error, file, link.Position);
            return null;
        }

        return new PlacedLink(
            new SiteLink(link.Label, href) { IsExternal = LinkResolver.IsExternal(href) })
        { Permalink = route?.Permalink };
    }

    private void Report(string message, string file, SourcePosition position)
    {
        if (config.OnBrokenLinks is { } severity)
        {
            diagnostics.Add(new Diagnostic(severity, message, file, position.Line, position.Column));
        }
    }
}

using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Pages;
using Glassy.Sources;
using Glassy.Theme;

namespace Glassy.Navigation;

/// <summary>All pages and how one gets from one to another. Safe to use from any thread.</summary>
public sealed class SiteMap
{
    /// <summary>
    /// Entries up to which every page holds the whole sidebar. Above it, a closed category is only its name, and the name
    /// a link to the category's page or the first page in it: where that leads, the category is open. On a site of 1,000
    /// pages in 110 categories that is 9 KB a page instead of 99, and layouts take a tenth of the time.
    /// </summary>
    public const int WholeSidebarUpTo = 200;

    private readonly IReadOnlyList<Sidebar> _sidebars;
    private readonly IReadOnlyDictionary<Page, string> _sidebarOf;
    private readonly Dictionary<string, Page> _byId;
    private readonly SidebarView _view;

    private SiteMap(IReadOnlyList<Page> pages, TagMap tags, Dictionary<string, Page> byId, IReadOnlyList<Sidebar> sidebars, SidebarBuilder builder)
    {
        (Pages, Tags, Indexes) = (pages, tags, builder.Indexes);
        (_byId, _sidebars, _sidebarOf) = (byId, sidebars, builder.SidebarOf);
        _view = new SidebarView(pages);
    }

    /// <summary>The pages that are built, by file; drafts are not among them.</summary>
    public IReadOnlyList<Page> Pages { get; }

    /// <summary>The pages that are made for categories.</summary>
    public IReadOnlyList<GeneratedIndex> Indexes { get; }

    public TagMap Tags { get; }

    /// <summary>Where the pages are that no author wrote: links may lead there.</summary>
    public IEnumerable<Route> MadeRoutes => Indexes.Select(index => index.Route)
        .Concat(Tags.Tags.Count == 0 ? [] : Tags.Tags.Select(tag => tag.Route).Prepend(Tags.Route));

    /// <summary>The page at the site's root, else the first in a sidebar, else the first; null on a site without pages.</summary>
    public Page? First => Pages.FirstOrDefault(page => page.Permalink == "/")
        ?? _sidebars.SelectMany(sidebar => sidebar.Stops).Select(stop => stop.Page).Concat(Pages).FirstOrDefault(page => page is not null);

    /// <summary>
    /// The pages and category's indexes in sidebars, as one reads through them, with the label of the outermost category that each is
    /// in or opens; empty for none.
    /// </summary>
    public IEnumerable<(string Category, object Target)> ReadingOrder =>
        from sidebar in _sidebars
        from stop in sidebar.Stops
        let target = (object?)stop.Page ?? stop.Index
        let above = sidebar.PlaceOf(target)?.Above
        select (above.Count > 0 ? above[0].Label : stop.Kind == NavigationKind.Category ? stop.Label : "", target);

    public IReadOnlyList<string> SidebarNames => [.. _sidebars.Select(sidebar => sidebar.Name)];

    /// <summary>What comes first in a sidebar; null when there is no such sidebar, or no page in it.</summary>
    public (string Label, Route Route)? FirstOf(string sidebar) =>
        _sidebars.FirstOrDefault(other => other.Name == sidebar)?.Stops.FirstOrDefault(stop => stop.Route is not null) is { Route: { } route } first ? (first.Label, route) : null;

    /// <summary>The name of the sidebar that a page shows; null for none.</summary>
    public string? SidebarNameOf(Page page) =>
        page.Source.FrontMatter.DisplayedSidebar is { } displayed ? displayed.Value : _sidebarOf.GetValueOrDefault(page);

    /// <summary>Puts pages into their places.</summary>
    /// <param name="pages">All pages, in any order.</param>
    /// <param name="categories">What folders say about themselves.</param>
    /// <param name="diagnostics">Receives two pages with one address, and names that lead nowhere.</param>
    /// <param name="sidebars">Written by hand; null for one sidebar of all folders.</param>
    /// <param name="config">How addresses are made.</param>
    /// <param name="tags">The tags that the site has; null when pages name their own.</param>
    public static SiteMap Build(
        IEnumerable<Page> pages,
        IEnumerable<Category> categories,
        ICollection<Diagnostic> diagnostics,
        SidebarFile? sidebars = null,
        SiteConfig? config = null,
        TagFile? tags = null)
    {
        config ??= new SiteConfig();
        var byFile = pages.OrderBy(page => page.Source.InputPath, StringComparer.Ordinal).ToLookup(page => page.Source.FrontMatter.Draft);
        var built = byFile[false].ToList();
        var byId = built.DistinctBy(page => page.Id).ToDictionary(page => page.Id, StringComparer.Ordinal);
        var folders = new FolderTree(built, categories, byId, diagnostics);
        var builder = new SidebarBuilder(folders, byId, byFile[true].Select(page => page.Id).ToHashSet(StringComparer.Ordinal), config, diagnostics);
        var made = sidebars is null
            ? [builder.Build("defaultSidebar", folders.ItemsOf("") ?? [])]
            : sidebars.Sidebars.Select(sidebar => builder.Build(sidebar.Name, sidebar.Items)).ToList();
        var checks = new SiteMapChecks(built, byId, diagnostics);
        checks.RefuseSharedAddresses(builder.Indexes);
        checks.RefuseSharedIds();
        checks.RefuseUnknownNames(made);
        tags?.RefuseOthers(built, config.OnInlineTags, diagnostics);
        return new SiteMap(built, new TagMap(built, config, tags), byId, made, builder);
    }

    /// <summary>What a page shows of the site around it.</summary>
    /// <param name="page">One of <see cref="Pages"/>.</param>
    /// <param name="sitePath">Addresses relative to it.</param>
    public PageNavigation NavigationOf(Page page, SitePath sitePath)
    {
        var frontMatter = page.Source.FrontMatter;
        var name = SidebarNameOf(page);
        var around = Around(page, _sidebars.FirstOrDefault(sidebar => sidebar.Name == name), sitePath);
        return around with
        {
            Previous = Chosen(frontMatter.PaginationPrevious, around.Previous, sitePath),
            Next = Chosen(frontMatter.PaginationNext, around.Next, sitePath),
        };
    }

    /// <summary>What a category's index shows of the site around it.</summary>
    /// <param name="index">One of <see cref="Indexes"/>.</param>
    /// <param name="sitePath">Addresses relative to it.</param>
    public PageNavigation NavigationOf(GeneratedIndex index, SitePath sitePath) => Around(index, SidebarOf(index), sitePath);

    /// <summary>The cards of a category's index: what it holds, in order.</summary>
    /// <param name="index">One of <see cref="Indexes"/>.</param>
    /// <param name="sitePath">Addresses relative to it.</param>
    public IReadOnlyList<PageCard> CardsOf(GeneratedIndex index, SitePath sitePath)
    {
        var sidebar = SidebarOf(index);
        return sidebar.PlaceOf(index) is var (stop, _) ? _view.Cards(sidebar.Stops[stop].Items, sitePath) : [];
    }

    /// <summary>Cards of what a page's category holds: its own, when the page stands for one, else that which holds the page, else the sidebar's.</summary>
    /// <param name="page">One of <see cref="Pages"/>.</param>
    /// <param name="sitePath">Addresses relative to it.</param>
    public IReadOnlyList<PageCard> CardsOf(Page page, SitePath sitePath)
    {
        var sidebar = _sidebars.FirstOrDefault(sidebar => sidebar.PlaceOf(page) is not null);
        if (sidebar?.PlaceOf(page) is not var (stop, above))
        {
            return [];
        }

        var node = sidebar.Stops[stop];
        return _view.Cards(node.Kind == NavigationKind.Category ? node.Items : above.Count > 0 ? above[^1].Items : sidebar.Items, sitePath);
    }

    /// <summary>The first sidebar as seen from somewhere that is not in it.</summary>
    /// <param name="sitePath">Addresses relative to that place.</param>
    public IReadOnlyList<SidebarItem> SidebarFrom(SitePath sitePath) =>
        _sidebars.Count == 0 ? [] : _view.Items(_sidebars[0], null, sitePath);

    /// <summary>The labels of the categories that a page or a category's index is in, from the outermost.</summary>
    /// <param name="target">One of <see cref="Pages"/> or <see cref="Indexes"/>.</param>
    public IReadOnlyList<string> TrailOf(object target) =>
        _sidebars.Select(sidebar => sidebar.PlaceOf(target)).FirstOrDefault(place => place is not null) is var (_, above)
            ? [.. above.Select(node => node.Label)]
            : [];

    private Sidebar SidebarOf(GeneratedIndex index) => _sidebars.First(sidebar => sidebar.PlaceOf(index) is not null);

    private PageNavigation Around(object target, Sidebar? sidebar, SitePath sitePath)
    {
        var breadcrumbs = new List<PageLink>();
        if (First is { Permalink: "/" } first && !ReferenceEquals(first, target))
        {
            breadcrumbs.Add(new PageLink(first.SidebarLabel, first.HrefFrom(sitePath)));
        }

        if (sidebar is null)
        {
            return new PageNavigation([], breadcrumbs, null, null);
        }

        var items = _view.Items(sidebar, target, sitePath);
        if (sidebar.PlaceOf(target) is not var (stop, above))
        {
            return new PageNavigation(items, breadcrumbs, null, null);
        }

        breadcrumbs.AddRange(above.Select(node => new PageLink(node.Label, node.Route?.HrefFrom(sitePath))));
        return new PageNavigation(
            items,
            breadcrumbs,
            stop > 0 ? LinkTo(sidebar.Stops[stop - 1], sitePath) : null,
            stop + 1 < sidebar.Stops.Count ? LinkTo(sidebar.Stops[stop + 1], sitePath) : null)
        {
            Label = sidebar.Stops[stop].Label,
        };
    }

    /// <summary>What the page itself wants as its previous or next: another page, none, or what the sidebar says.</summary>
    private PageLink? Chosen(Located<string?>? own, PageLink? otherwise, SitePath sitePath) => own switch
    {
        null => otherwise,
        { Value: { } id } when _byId.GetValueOrDefault(id) is { Source.FrontMatter.Unlisted: false } page =>
            new PageLink(page.PaginationLabel, page.HrefFrom(sitePath)),
        _ => null,
    };

    private static PageLink LinkTo(NavigationNode stop, SitePath sitePath)
    {
        var label = stop switch
        {
            { Page: { } page, Kind: NavigationKind.Category } => page.PaginationLabel,
            { Page: { } page } => page.Source.FrontMatter.PaginationLabel ?? stop.Label,
            _ => stop.Label,
        };
        return new PageLink(label, stop.Route?.HrefFrom(sitePath));
    }
}

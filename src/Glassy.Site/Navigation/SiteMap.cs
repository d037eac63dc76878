using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Pages;
using Glassy.Sources;
using Glassy.Theme;
using Glassy.Wording;

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

    private SiteMap(
        IReadOnlyList<Page> pages,
        TagMap tags,
        Dictionary<string, Page> byId,
        IReadOnlyList<Sidebar> sidebars,
        SidebarBuilder builder)
    {
        (Pages, Tags, Categories) = (pages, tags, builder.Categories);
        (_byId, _sidebars, _sidebarOf) = (byId, sidebars, builder.SidebarOf);
        _view = new SidebarView(pages);
    }

    /// <summary>The pages that are built, by file; drafts are not among them.</summary>
    public IReadOnlyList<Page> Pages { get; }

    /// <summary>The pages that are made for categories.</summary>
    public IReadOnlyList<CategoryPage> Categories { get; }

    public TagMap Tags { get; }

    /// <summary>The pages that no author wrote and links may lead to.</summary>
    public IEnumerable<SitePage> Made => [.. Categories, .. Tags.Made];

    /// <summary>All pages that links may lead to.</summary>
    public IEnumerable<SitePage> All => [.. Pages, .. Made];

    /// <summary>The page at the site's root, else the first in a sidebar, else the first; null on a site without pages.</summary>
    public Page? First => Pages.FirstOrDefault(page => page.Permalink == "/")
        ?? _sidebars.SelectMany(sidebar => sidebar.Stops).Select(stop => stop.Page).Concat(Pages).FirstOrDefault(page => page is not null);

    /// <summary>
    /// The pages in sidebars, as one reads through them, with the label of the outermost category that each is in or opens; empty for none.
    /// </summary>
    public IEnumerable<(string Category, SitePage Page)> ReadingOrder =>
        from sidebar in _sidebars
        from stop in sidebar.Stops
        let above = sidebar.PlaceOf(stop.Place)?.Above
        select (above.Count > 0 ? above[0].Label : stop.Kind == NavigationKind.Category ? stop.Label : "", stop.Place);

    public IReadOnlyList<string> SidebarNames => [.. _sidebars.Select(sidebar => sidebar.Name)];

    /// <summary>What comes first in a sidebar; null when there is no such sidebar, or no page in it.</summary>
    public (string Label, Route Route)? FirstOf(string sidebar) =>
        _sidebars.FirstOrDefault(other => other.Name == sidebar)?.Stops.FirstOrDefault(
            stop => stop.Route is not null) is { Route: { } route } first ? (first.Label, route) : null;

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
    /// <param name="words">What made pages are called; null for English.</param>
    public static SiteMap Build(
        IEnumerable<Page> pages,
        IEnumerable<Category> categories,
        ICollection<Diagnostic> diagnostics,
        SidebarFile? sidebars = null,
        SiteConfig? config = null,
        TagFile? tags = null,
        Words? words = null)
    {
        config ??= new SiteConfig();
        var byFile = pages.OrderBy(page => page.Source.InputPath, StringComparer.Ordinal).ToLookup(page => page.Source.FrontMatter.Draft);
        var built = byFile[false].ToList();
        var byId = built.DistinctBy(page => page.Id).ToDictionary(page => page.Id, StringComparer.Ordinal);
        var folders = new FolderTree(built, categories, byId, diagnostics);
        var builder = new SidebarBuilder(
            folders, byId, byFile[true].Select(page => page.Id).ToHashSet(StringComparer.Ordinal), config, diagnostics);
        var made = sidebars is null
            ? [builder.Build("defaultSidebar", folders.ItemsOf("") ?? [])]
            : sidebars.Sidebars.Select(sidebar => builder.Build(sidebar.Name, sidebar.Items)).ToList();
        var checks = new SiteMapChecks(built, byId, diagnostics);
        checks.RefuseSharedAddresses(builder.Categories);
        checks.RefuseSharedIds();
        checks.RefuseUnknownNames(made);
        tags?.RefuseOthers(built, config.OnInlineTags, diagnostics);
        return new SiteMap(built, new TagMap(built, config, tags, words), byId, made, builder);
    }

    /// <summary>What a page shows of the site around it; one that is in no sidebar shows the first.</summary>
    /// <param name="page">Any page of the site.</param>
    /// <param name="sitePath">Addresses relative to it.</param>
    public PageNavigation NavigationOf(SitePage page, SitePath sitePath) => page switch
    {
        Page written => AsChosen(
            written.Source.FrontMatter,
            Around(page, _sidebars.FirstOrDefault(sidebar => sidebar.Name == SidebarNameOf(written)), sitePath),
            sitePath),
        CategoryPage => Around(page, SidebarOf(page), sitePath),
        _ => new PageNavigation(_sidebars.Count == 0 ? [] : _view.Items(_sidebars[0], null, sitePath), [], null, null),
    };

    /// <summary>What a page lists: a category's page what it holds, a tag's page who has it, another what lies around it.</summary>
    /// <param name="page">Any page of the site.</param>
    /// <param name="sitePath">Addresses relative to it.</param>
    public IReadOnlyList<PageCard> CardsOf(SitePage page, SitePath sitePath) => page switch
    {
        CategoryPage when SidebarOf(page) is { } sidebar && sidebar.PlaceOf(page) is var (stop, _) =>
            _view.Cards(sidebar.Stops[stop].Items, sitePath),
        TagPage tag => [.. tag.Pages.Select(other => new PageCard(other.Title, other.HrefFrom(sitePath), other.Description))],
        TagsPage tags => [.. tags.Tags.Select(tag => new PageCard(tag.Title, tag.Route.HrefFrom(sitePath), tag.Description))],
        _ => CardsAround(page, sitePath),
    };

    /// <summary>The labels of the categories that a page is in, from the outermost.</summary>
    public IReadOnlyList<string> TrailOf(SitePage page) =>
        SidebarOf(page)?.PlaceOf(page) is var (_, above) ? [.. above.Select(node => node.Label)] : [];

    private Sidebar? SidebarOf(SitePage page) => _sidebars.FirstOrDefault(sidebar => sidebar.PlaceOf(page) is not null);

    private PageNavigation AsChosen(FrontMatter frontMatter, PageNavigation around, SitePath sitePath) => around with
    {
        Previous = Chosen(frontMatter.PaginationPrevious, around.Previous, sitePath),
        Next = Chosen(frontMatter.PaginationNext, around.Next, sitePath),
    };

    /// <summary>
    /// What a page's category holds: its own, when the page stands for one, else that which holds the page, else the sidebar.
    /// </summary>
    private IReadOnlyList<PageCard> CardsAround(SitePage page, SitePath sitePath)
    {
        if (SidebarOf(page) is not { } sidebar || sidebar.PlaceOf(page) is not var (stop, above))
        {
            return [];
        }

        var node = sidebar.Stops[stop];
        return _view.Cards(node.Kind == NavigationKind.Category ? node.Items : above.Count > 0 ? above[^1].Items : sidebar.Items, sitePath);
    }

    private PageNavigation Around(SitePage target, Sidebar? sidebar, SitePath sitePath)
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

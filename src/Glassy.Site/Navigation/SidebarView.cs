using System.Collections.Concurrent;
using Glassy.Links;
using Glassy.Pages;
using Glassy.Sources;
using Glassy.Theme;

namespace Glassy.Navigation;

/// <summary>Sidebars and cards as one page shows them, with addresses from where it is.</summary>
/// <param name="pages">All pages, for links that a sidebar's author wrote.</param>
internal sealed class SidebarView(IReadOnlyList<Page> pages)
{
    private readonly Dictionary<string, Page> _byPermalink = pages
        .DistinctBy(page => page.Permalink.TrimEnd('/')).ToDictionary(page => page.Permalink.TrimEnd('/'), StringComparer.Ordinal);

    private readonly ConcurrentDictionary<(string Root, bool ToFiles, bool ShowsAll), ConcurrentDictionary<object, SidebarItem>> _shared =
        new();

    /// <summary>
    /// A sidebar's entries. Those that do not lead to the target are the same objects on every page from which addresses are the same.
    /// </summary>
    /// <param name="sidebar">What is shown.</param>
    /// <param name="target">The page that shows it; null for one that is not in it.</param>
    /// <param name="sitePath">Addresses relative to it.</param>
    public IReadOnlyList<SidebarItem> Items(Sidebar sidebar, SitePage? target, SitePath sitePath)
    {
        var open = new HashSet<NavigationNode>(sidebar.PlaceOf(target)?.Above ?? [], ReferenceEqualityComparer.Instance);
        var showsAll = sidebar.Count <= SiteMap.WholeSidebarUpTo;
        var shared = _shared.GetOrAdd((sitePath.Root, sitePath.ToFiles, showsAll), _ => new(ReferenceEqualityComparer.Instance));
        return Items(sidebar.Items, new Viewer(target, open, sidebar.HoldersOf(target), showsAll, sitePath, shared));
    }

    /// <summary>Pages, links and categories as cards; markup is left out.</summary>
    public IReadOnlyList<PageCard> Cards(IReadOnlyList<NavigationNode> items, SitePath sitePath) =>
    [
        .. items.Select(node => (Node: node, Href: HrefOf(node, sitePath) ?? FirstIn(node, sitePath)))
            .Where(card => card.Href is not null)
            .Select(card => new PageCard(card.Node.Label, card.Href!, DescriptionOf(card.Node)) // chosen above
            {
                Count = card.Node.Kind == NavigationKind.Category ? card.Node.Items.Count : null,
            }),
    ];

    private static string DescriptionOf(NavigationNode node) =>
        node.Description ?? (node.Kind == NavigationKind.Page ? node.Page?.Description : node.Index?.Description) ?? "";

    private SidebarItem[] Items(IReadOnlyList<NavigationNode> nodes, Viewer viewer) =>
        [.. nodes.Select(node => viewer.Holders.Contains(node) ? Item(node, viewer) : SharedItem(node, viewer))];

    private SidebarItem SharedItem(NavigationNode node, Viewer viewer) =>
        viewer.Shared.TryGetValue(node, out var item) ? item : viewer.Shared.GetOrAdd(node, Item(node, viewer));

    private SidebarItem Item(NavigationNode node, Viewer viewer)
    {
        var isCurrent = viewer.Target is not null
            && (ReferenceEquals(node.Page, viewer.Target) || ReferenceEquals(node.Index, viewer.Target));
        var isOpen = node.Items.Count > 0 && (isCurrent || !node.IsCollapsed || viewer.Open.Contains(node));
        var isWhole = isOpen || viewer.ShowsAll;
        var href = HrefOf(node, viewer.SitePath);
        return new SidebarItem(
            node.Label,
            isWhole || node.Items.Count == 0 ? href : href ?? FirstIn(node, viewer.SitePath),
            isCurrent,
            isOpen,
            isWhole ? Items(node.Items, viewer) : [])
        {
            ClassName = node.ClassName,
            CustomProps = node.CustomProps,
            Html = node.Html is { } html ? new RawHtml(html) : null,
            IsCategory = node.Kind == NavigationKind.Category,
            IsCollapsible = node.IsCollapsible,
            IsExternal = node.Kind == NavigationKind.Link && LinkResolver.IsExternal(node.Target ?? ""),
        };
    }

    private string? HrefOf(NavigationNode node, SitePath sitePath) =>
        node.Route?.HrefFrom(sitePath) ?? (node is { Kind: NavigationKind.Link, Target: { } target } ? Written(target, sitePath) : null);

    /// <summary>A link as its author wrote it: one that begins with <c>/</c> is the site's own.</summary>
    private string Written(string target, SitePath sitePath)
    {
        if (!target.StartsWith('/') || target.StartsWith("//", StringComparison.Ordinal))
        {
            return target.StartsWith("pathname://", StringComparison.Ordinal) ? target["pathname://".Length..] : target;
        }

        var cut = target.AsSpan().IndexOfAny('?', '#');
        var (path, rest) = cut < 0 ? (target, "") : (target[..cut], target[cut..]);
        return (_byPermalink.GetValueOrDefault(path.TrimEnd('/'))?.HrefFrom(sitePath) ?? sitePath.To(path)) + rest;
    }

    private string? FirstIn(NavigationNode node, SitePath sitePath) =>
        node.Items.Select(inner => HrefOf(inner, sitePath) ?? FirstIn(inner, sitePath)).FirstOrDefault(href => href is not null);

    /// <summary>Who looks at a sidebar: the page, the categories above it, all entries that lead to it, and how much it is shown.</summary>
    private sealed record Viewer(
        SitePage? Target,
        HashSet<NavigationNode> Open,
        IReadOnlySet<NavigationNode> Holders,
        bool ShowsAll,
        SitePath SitePath,
        ConcurrentDictionary<object, SidebarItem> Shared);
}

using System.Collections.Concurrent;
using Glassy.Execution;
using Glassy.Theme;

namespace Glassy.Content;

/// <summary>All pages and how one gets from one to another. Safe to use from any thread.</summary>
public sealed class SiteMap
{
    private readonly IReadOnlyList<NavigationNode> _tree;
    private readonly ConcurrentDictionary<(string Root, bool ToFiles), IReadOnlyList<SidebarItem>> _closed = new();
    private readonly List<Page> _order = [];
    private readonly Dictionary<Page, int> _places = new(ReferenceEqualityComparer.Instance);

    private SiteMap(IReadOnlyList<Page> pages, IReadOnlyList<NavigationNode> tree)
    {
        Pages = pages;
        _tree = tree;
        Flatten(tree);
        for (var i = 0; i < _order.Count; i++)
        {
            _places[_order[i]] = i;
        }
    }

    /// <summary>The pages that are built, by file; drafts are not among them.</summary>
    public IReadOnlyList<Page> Pages { get; }

    /// <summary>The page at the site's root, else the first in the sidebar, else the first; null on a site without pages.</summary>
    public Page? First => Pages.FirstOrDefault(page => page.Permalink == "/") ?? _order.Concat(Pages).FirstOrDefault();

    /// <summary>Puts pages into their places.</summary>
    /// <param name="pages">All pages, in any order.</param>
    /// <param name="categories">What folders say about themselves.</param>
    /// <param name="diagnostics">Receives two pages with one address.</param>
    public static SiteMap Build(IEnumerable<Page> pages, IEnumerable<Category> categories, ICollection<Diagnostic> diagnostics)
    {
        var built = pages.Where(page => !page.Source.FrontMatter.Draft).OrderBy(page => page.Source.InputPath, StringComparer.Ordinal).ToList();
        foreach (var same in built.GroupBy(page => page.OutputPath, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            var first = same.First();
            foreach (var other in same.Skip(1))
            {
                var position = other.Source.FrontMatter.PositionOf("slug");
                diagnostics.Add(Diagnostic.Error(
                    $"its address {other.Permalink} is also that of {first.Source.File}; give one of them another `slug`",
                    other.Source.File, position.Line, position.Column));
            }
        }

        return new SiteMap(built, NavigationTree.Build(built.Where(page => !page.Source.FrontMatter.Unlisted), categories));
    }

    /// <summary>What a page shows of the site around it.</summary>
    /// <param name="page">One of <see cref="Pages"/>.</param>
    /// <param name="sitePath">Addresses relative to it.</param>
    public PageNavigation NavigationOf(Page page, SitePath sitePath)
    {
        var closed = _closed.GetOrAdd((sitePath.Root, sitePath.ToFiles), _ => ClosedItems(_tree, sitePath));
        var sidebar = Open(closed, _tree, page);
        var breadcrumbs = new List<PageLink>();
        if (First is { } first && first != page)
        {
            breadcrumbs.Add(LinkTo(first, first.SidebarLabel, sitePath));
        }

        AddParents(_tree, page, sitePath, breadcrumbs);
        if (!_places.TryGetValue(page, out var place))
        {
            return new PageNavigation(sidebar, breadcrumbs, null, null);
        }

        var previous = place > 0 ? _order[place - 1] : null;
        var next = place + 1 < _order.Count ? _order[place + 1] : null;
        return new PageNavigation(
            sidebar,
            breadcrumbs,
            previous is null ? null : LinkTo(previous, previous.PaginationLabel, sitePath),
            next is null ? null : LinkTo(next, next.PaginationLabel, sitePath));
    }

    /// <summary>The whole tree as seen from somewhere that is not in it.</summary>
    /// <param name="sitePath">Addresses relative to that place.</param>
    public IReadOnlyList<SidebarItem> SidebarFrom(SitePath sitePath) => ClosedItems(_tree, sitePath);

    private void Flatten(IEnumerable<NavigationNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node.Page is { } page)
            {
                _order.Add(page);
            }

            Flatten(node.Items);
        }
    }

    /// <summary>The tree as a page sees it that is not in it; the same for every page as deep as this one.</summary>
    private static SidebarItem[] ClosedItems(IReadOnlyList<NavigationNode> nodes, SitePath sitePath) => [.. nodes.Select(node =>
        new SidebarItem(node.Label, node.Page?.HrefFrom(sitePath), false, node.BeginsOpen, ClosedItems(node.Items, sitePath)))];

    /// <summary>Marks the page and opens the categories above it; all other branches are shared.</summary>
    private static SidebarItem[] Open(IReadOnlyList<SidebarItem> closed, IReadOnlyList<NavigationNode> nodes, Page page)
    {
        SidebarItem[] items = [.. closed];
        for (var i = 0; i < items.Length; i++)
        {
            if (Holds(nodes[i], page))
            {
                items[i] = items[i] with
                {
                    IsCurrent = ReferenceEquals(nodes[i].Page, page),
                    IsOpen = nodes[i].IsCategory,
                    Items = Open(items[i].Items, nodes[i].Items, page),
                };
            }
        }

        return items;
    }

    private static bool Holds(NavigationNode node, Page page) =>
        ReferenceEquals(node.Page, page) || node.Items.Any(inner => Holds(inner, page));

    private static bool AddParents(IEnumerable<NavigationNode> nodes, Page page, SitePath sitePath, List<PageLink> parents)
    {
        foreach (var node in nodes)
        {
            if (ReferenceEquals(node.Page, page))
            {
                return true;
            }

            parents.Add(node.Page is null ? new PageLink(node.Label, null) : LinkTo(node.Page, node.Label, sitePath));
            if (AddParents(node.Items, page, sitePath, parents))
            {
                return true;
            }

            parents.RemoveAt(parents.Count - 1);
        }

        return false;
    }

    private static PageLink LinkTo(Page page, string label, SitePath sitePath) => new(label, page.HrefFrom(sitePath));
}

using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Pages;

namespace Glassy.Navigation;

/// <summary>
/// Makes sidebars of what their authors wrote: looks pages up, fills in folders, gives categories their indexes, leaves out what is not
/// listed.
/// </summary>
internal sealed class SidebarBuilder(
    FolderTree folders, Dictionary<string, Page> byId, HashSet<string> drafts, SiteConfig config, ICollection<Diagnostic> diagnostics)
{
    private readonly Slugger _categorySlugs = new();
    private readonly List<CategoryPage> _categories = [];
    private readonly Dictionary<Page, string> _sidebarOf = new(ReferenceEqualityComparer.Instance);

    /// <summary>The categories' pages of all sidebars built so far.</summary>
    public IReadOnlyList<CategoryPage> Categories => _categories;

    /// <summary>The name of the sidebar that a page is in; of several the last, as in Docusaurus.</summary>
    public IReadOnlyDictionary<Page, string> SidebarOf => _sidebarOf;

    public Sidebar Build(string name, IReadOnlyList<NavigationNode> items) => new(name, Finished(name, items));

    private List<NavigationNode> Finished(string name, IEnumerable<NavigationNode> items) =>
        [.. items.SelectMany(Looked).Select(node => Finish(name, node)).OfType<NavigationNode>()];

    /// <summary>A node with its page looked up; for a folder, what it holds.</summary>
    private IEnumerable<NavigationNode> Looked(NavigationNode node)
    {
        if (node.Kind == NavigationKind.Folder)
        {
            return InFolder(node);
        }

        if (node is not { Kind: NavigationKind.Page or NavigationKind.Category, Page: null, Target: { Length: > 0 } id })
        {
            return [node];
        }

        if (byId.TryGetValue(id, out var page))
        {
            return [node with { Page = page }];
        }

        if (!drafts.Contains(id))
        {
            Report(
                Severity.Error,
                node,
                $"there is no page with the id `{id}`{Spelling.Suggest(id, byId.Keys.Order(StringComparer.Ordinal))}");
        }

        return node.Kind == NavigationKind.Category ? [node] : [];
    }

    private IReadOnlyList<NavigationNode> InFolder(NavigationNode node)
    {
        var path = Permalink.Resolve(node.Target ?? "", "/").Trim('/');
        if (folders.ItemsOf(path) is { Count: > 0 } items)
        {
            return items;
        }

        Report(Severity.Warning, node, $"no page is in the folder `{node.Target}`{Spelling.Suggest(path, folders.Folders)}");
        return [];
    }

    /// <summary>A node as the sidebar shows it; null when it is not shown.</summary>
    private NavigationNode? Finish(string name, NavigationNode node)
    {
        if (node is { Page: { } page, IsReference: false })
        {
            _sidebarOf[page] = name;
        }

        var isUnlisted = node.Page?.Source.FrontMatter.Unlisted == true;
        return node.Kind switch
        {
            NavigationKind.Category => Category(name, isUnlisted ? node with { Page = null } : node),
            NavigationKind.Page when isUnlisted => null,
            NavigationKind.Page =>
                node with { Label = LabelOf(node), ClassName = node.ClassName ?? node.Page?.Source.FrontMatter.SidebarClassName },
            _ => node,
        };
    }

    /// <summary>A category's index comes before those in it, because slugs are numbered in this order.</summary>
    private NavigationNode? Category(string name, NavigationNode node)
    {
        if (node is { Items: [], Page: null, Link: null, Target: null } && node.Written.File.Length > 0)
        {
            Report(Severity.Error, node, $"the category `{node.Label}` has neither items nor a link");
        }

        var index = node.Link is null ? null : IndexOf(node, node.Link);
        var items = Finished(name, node.Items);
        if (items.Count == 0)
        {
            return node.Page is null ? null : node with { Kind = NavigationKind.Page, Label = LabelOf(node), Items = [], Link = null };
        }

        if (index is not null)
        {
            _categories.Add(index);
        }

        return node with { Index = index, Items = items, IsCollapsed = node is { IsCollapsed: true, IsCollapsible: true } };
    }

    private CategoryPage IndexOf(NavigationNode node, CategoryLink link)
    {
        var slug = link.Slug ?? $"/category/{_categorySlugs.Slug(node.Label)}";
        return new CategoryPage
        {
            Title = link.Title ?? node.Label,
            Description = link.Description ?? "",
            Route = Route.Of(Permalink.Under(config.RouteBase, slug), config.TrailingSlash),
            Link = link,
            Written = node.Written,
        };
    }

    /// <summary>A page's own label wins over the sidebar's.</summary>
    private static string LabelOf(NavigationNode node) =>
        node.Page?.Source.FrontMatter.SidebarLabel ?? (node.Label.Length > 0 ? node.Label : node.Page?.Title ?? "");

    private void Report(Severity severity, NavigationNode node, string message) => diagnostics.Add(
        new Diagnostic(severity, message, node.Written.File, node.Written.Position.Line, node.Written.Position.Column));
}

using Glassy.Diagnostics;
using Glassy.Pages;
using Glassy.Sources;

namespace Glassy.Navigation;

/// <summary>The input folder's pages by folder, and the entries that sidebars make of them by Docusaurus' rules.</summary>
internal sealed class FolderTree
{
    private readonly Folder _root = new("");
    private readonly Dictionary<string, Category> _categories;
    private readonly Dictionary<string, Page> _byId;
    private readonly ICollection<Diagnostic> _diagnostics;

    /// <param name="pages">All pages that are built.</param>
    /// <param name="categories">What folders say about themselves.</param>
    /// <param name="byId">All pages by their ids.</param>
    /// <param name="diagnostics">Receives categories that link to pages that are not there.</param>
    public FolderTree(
        IEnumerable<Page> pages, IEnumerable<Category> categories, Dictionary<string, Page> byId, ICollection<Diagnostic> diagnostics)
    {
        (_byId, _diagnostics) = (byId, diagnostics);
        _categories = categories.DistinctBy(category => category.Folder).ToDictionary(category => category.Folder, StringComparer.Ordinal);
        foreach (var page in pages)
        {
            _root.Descend(page.Source.Folder).Pages.Add(page);
        }
    }

    /// <summary>What a folder holds, sorted; null when it holds no page.</summary>
    /// <param name="path">In the input folder, with number prefixes; empty for all of it.</param>
    public IReadOnlyList<NavigationNode>? ItemsOf(string path) => _root.Find(path) is { } folder ? Sorted(AllItems(folder)) : null;

    /// <summary>The folders that hold pages.</summary>
    public IEnumerable<string> Folders => _root.Below();

    private static List<NavigationNode> Sorted(IEnumerable<NavigationNode> items) =>
        [.. items.OrderBy(node => node.Order ?? double.PositiveInfinity).ThenBy(node => node.SortName, StringComparer.Ordinal)];

    private IEnumerable<NavigationNode> AllItems(Folder folder) =>
        folder.Pages.Select(ItemOf).Concat(folder.Folders.Values.Select(CategoryOf));

    private static NavigationNode ItemOf(Page page) => new(NavigationKind.Page, page.SidebarLabel)
    {
        Page = page,
        ClassName = page.Source.FrontMatter.SidebarClassName,
        CustomProps = page.Source.FrontMatter.Values.GetValueOrDefault("sidebar_custom_props"),
        Order = page.SidebarPosition,
        SortName = Path.GetFileName(page.Source.InputPath),
    };

    private NavigationNode CategoryOf(Folder folder)
    {
        var name = folder.Path[(folder.Path.LastIndexOf('/') + 1)..];
        var prefix = NumberPrefix.Split(name);
        var own = _categories.GetValueOrDefault(folder.Path) ?? new Category("", folder.Path);
        var index = own.Link is null
            ? folder.Pages.FirstOrDefault(page => Permalink.IsIndex(page.Source))
            : LinkedPage(own, own.Link, folder);
        return new NavigationNode(NavigationKind.Category, own.Label ?? index?.SidebarLabel ?? prefix.Name)
        {
            Page = index,
            Link = own.Link?.Value is { PageId: null } generated ? generated : null,
            ClassName = own.ClassName ?? index?.Source.FrontMatter.SidebarClassName,
            Description = own.Description,
            CustomProps = own.CustomProps ?? index?.Source.FrontMatter.Values.GetValueOrDefault("sidebar_custom_props"),
            IsCollapsible = own.Collapsible ?? true,
            IsCollapsed = own.Collapsed ?? true,
            Order = own.Position ?? index?.SidebarPosition ?? prefix.Number,
            SortName = name,
            Written = (own.File, own.Link?.Position ?? new SourcePosition(1, 1)),
            Items = Sorted(AllItems(folder).Where(node => node.Page != index || index is null || node.Kind != NavigationKind.Page)),
        };
    }

    /// <summary>The page that a category names, by its id in the folder or from the root.</summary>
    private Page? LinkedPage(Category category, Located<CategoryLink?> link, Folder folder)
    {
        if (link.Value?.PageId is not { } id)
        {
            return null;
        }

        var page = folder.Pages.FirstOrDefault(page => Permalink.BaseId(page.Source) == id) ?? _byId.GetValueOrDefault(id);
        if (page is null)
        {
            _diagnostics.Add(Diagnostic.Error(
                $"there is no page with the id `{id}`{Spelling.Suggest(id, [.. folder.Pages.Select(p => Permalink.BaseId(p.Source)), .. _byId.Keys])}",
                category.File, link.Position.Line, link.Position.Column));
        }

        return page;
    }

    private sealed class Folder(string path)
    {
        public string Path { get; } = path;

        public List<Page> Pages { get; } = [];

        public Dictionary<string, Folder> Folders { get; } = new(StringComparer.Ordinal);

        public Folder? Find(string folder) => folder.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate((Folder?)this, (at, segment) => at?.Folders.GetValueOrDefault(segment));

        public IEnumerable<string> Below() => Folders.Values.SelectMany(inner => inner.Below().Prepend(inner.Path));

        public Folder Descend(string folder)
        {
            var at = this;
            foreach (var segment in folder.Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!at.Folders.TryGetValue(segment, out var inner))
                {
                    inner = new Folder(at.Path.Length == 0 ? segment : $"{at.Path}/{segment}");
                    at.Folders[segment] = inner;
                }

                at = inner;
            }

            return at;
        }
    }
}

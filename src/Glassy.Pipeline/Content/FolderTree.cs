namespace Glassy.Content;

/// <summary>Makes the sidebar's tree from the folders, by Docusaurus' rules.</summary>
internal static class NavigationTree
{
    /// <param name="pages">The pages that the sidebar shows.</param>
    /// <param name="categories">What folders say about themselves.</param>
    public static IReadOnlyList<NavigationNode> Build(IEnumerable<Page> pages, IEnumerable<Category> categories)
    {
        var byFolder = categories.DistinctBy(category => category.Folder).ToDictionary(category => category.Folder, StringComparer.Ordinal);
        var root = new Folder("");
        foreach (var page in pages)
        {
            root.Descend(page.Source.Folder).Pages.Add(page);
        }

        return ItemsOf(root, byFolder, without: null);
    }

    private static List<NavigationNode> ItemsOf(Folder folder, Dictionary<string, Category> categories, Page? without)
    {
        var pages = folder.Pages.Where(page => page != without).Select(page => new NavigationNode(
            page.SidebarLabel, page, false, false, page.SidebarPosition, Path.GetFileName(page.Source.InputPath), []));
        var folders = folder.Folders.Values.Select(inner => CategoryOf(inner, categories));
        return [.. pages.Concat(folders)
            .OrderBy(node => node.Position ?? double.PositiveInfinity)
            .ThenBy(node => node.SortName, StringComparer.Ordinal)];
    }

    private static NavigationNode CategoryOf(Folder folder, Dictionary<string, Category> categories)
    {
        var name = folder.Path[(folder.Path.LastIndexOf('/') + 1)..];
        var prefix = NumberPrefix.Split(name);
        var own = categories.GetValueOrDefault(folder.Path);
        var index = folder.Pages.FirstOrDefault(page => Permalink.IsIndex(page.Source));
        return new NavigationNode(
            own?.Label ?? index?.SidebarLabel ?? prefix.Name,
            index,
            true,
            own is { Collapsed: false },
            own?.Position ?? index?.SidebarPosition ?? prefix.Number,
            name,
            ItemsOf(folder, categories, index));
    }

    private sealed class Folder(string path)
    {
        public string Path { get; } = path;

        public List<Page> Pages { get; } = [];

        public Dictionary<string, Folder> Folders { get; } = new(StringComparer.Ordinal);

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

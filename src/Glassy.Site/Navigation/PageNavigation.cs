using Glassy.Theme;

namespace Glassy.Navigation;

/// <summary>What a page shows of the site around it.</summary>
/// <param name="Sidebar">The whole tree, with the page marked.</param>
/// <param name="Breadcrumbs">From the site's first page to the page's parent.</param>
/// <param name="Previous">The page before it in the sidebar.</param>
/// <param name="Next">The page after it.</param>
public sealed record PageNavigation(
    IReadOnlyList<SidebarItem> Sidebar, IReadOnlyList<PageLink> Breadcrumbs, PageLink? Previous, PageLink? Next)
{
    /// <summary>What the sidebar calls the page; null when it is not in it.</summary>
    public string? Label { get; init; }
}

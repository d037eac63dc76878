using Glassy.Diagnostics;
using Glassy.Furniture;
using Glassy.Made;
using Glassy.Navigation;
using Glassy.Rendering;

namespace Glassy.Building;

/// <summary>The site's Markdown as markup, which has its layouts still to get.</summary>
/// <param name="Map">All pages and their places.</param>
/// <param name="Pages">In the map's order.</param>
/// <param name="Builder">Who rendered them, and can lay them out or render some of them again.</param>
public sealed record RenderedSite(SiteMap Map, IReadOnlyList<RenderedPage> Pages, SiteBuilder Builder)
{
    /// <summary>What the pages are made of.</summary>
    public required SiteContent Content { get; init; }

    /// <summary>What stands around every page.</summary>
    public required SiteFurniture Furniture { get; init; }

    /// <summary>When pages were last changed.</summary>
    public required PageUpdates Updates { get; init; }

    /// <summary>What is wrong with the texts.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }
}

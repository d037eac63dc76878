using Glassy.Navigation;
using Glassy.Rendering;

namespace Glassy.Pipelines;

/// <summary>The site's Markdown as markup, which has its layouts still to get.</summary>
/// <param name="Map">All pages and their places.</param>
/// <param name="Pages">In the map's order.</param>
/// <param name="Renamed">Files beside the pages, by absolute path, that the site has under other names than their own.</param>
/// <param name="Workshop">With what it was rendered, for rendering some of it again.</param>
public sealed record RenderedSite(
    SiteMap Map,
    IReadOnlyList<RenderedPage> Pages,
    IReadOnlySet<string> Renamed,
    PageWorkshop Workshop);

using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Navigation;
using Glassy.Pages;

namespace Glassy.Pipelines;

/// <summary>What the input folder says, read but not yet rendered.</summary>
/// <param name="Pages">Drafts included.</param>
/// <param name="Partials">What pages include and what is no page itself.</param>
/// <param name="Categories">What folders say about themselves.</param>
/// <param name="Sidebars">Written by hand; null for one sidebar of all folders.</param>
/// <param name="Tags">The tags' labels and addresses; null for those that pages make up.</param>
/// <param name="Config">How addresses are made.</param>
public sealed record SiteContent(
    IReadOnlyList<Page> Pages,
    IReadOnlyList<PageSource> Partials,
    IReadOnlyList<Category> Categories,
    SidebarFile? Sidebars,
    TagFile? Tags,
    SiteConfig Config)
{
    /// <summary>All Markdown that pages can include.</summary>
    public IEnumerable<PageSource> Sources => Pages.Select(page => page.Source).Concat(Partials);

    /// <summary>All pages in their places.</summary>
    /// <param name="mistakes">Receives what only the whole site shows.</param>
    public SiteMap MapOf(ICollection<Diagnostic> mistakes) => SiteMap.Build(Pages, Categories, mistakes, Sidebars, Config, Tags);
}

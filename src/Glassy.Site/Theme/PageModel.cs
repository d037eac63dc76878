using Glassy.Runs;
using Glassy.Sources;

namespace Glassy.Theme;

/// <summary>All that a layout sees. Addresses are ready to use: relative to the page.</summary>
public sealed record PageModel
{
    public required SiteModel Site { get; init; }

    /// <summary>The page's own title, without the site's.</summary>
    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>What the page is about, for search engines.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>What the page's author wants in the document's head.</summary>
    public PageHead Head { get; init; } = PageHead.Empty;

    /// <summary>The picture for previews of the page, with scheme and host; null when there is none.</summary>
    public string? Image { get; init; }

    /// <summary>
    /// The card that is drawn for previews of a page without a picture of its own, with scheme and host; null when there is none.
    /// </summary>
    public string? Card { get; init; }

    /// <summary>The page's way from the site's root as JSON-LD; null without one, or when the site's address is not known.</summary>
    public RawHtml? StructuredData { get; init; }

    /// <summary>The page as Markdown; null for one that is not worth copying.</summary>
    public string? Markdown { get; init; }

    /// <summary>From the site's root: <c>/image-classification/glassy/</c>.</summary>
    public required string Permalink { get; init; }

    /// <summary>The prefix that leads to the site's root: <c>../../</c>.</summary>
    public required string Root { get; init; }

    /// <summary>The rendered Markdown, with its <c>h1</c>.</summary>
    public required RawHtml Content { get; init; }

    /// <summary>The headings in order, levels as in the text (2, 3 …); empty when the page hides it.</summary>
    public required IReadOnlyList<TocEntry> Toc { get; init; }

    public required IReadOnlyList<SidebarItem> Sidebar { get; init; }

    /// <summary>From the site's first page to this one's parent, without this page.</summary>
    public required IReadOnlyList<PageLink> Breadcrumbs { get; init; }

    /// <summary>What they call this page; null for its title.</summary>
    public string? Crumb { get; init; }

    /// <summary>The page's tags; on the page of all tags, all of them.</summary>
    public IReadOnlyList<TagLink> Tags { get; init; } = [];

    /// <summary>What a page that lists others lists.</summary>
    public IReadOnlyList<PageCard> Cards { get; init; } = [];

    /// <summary>Where a page leads that only leads on.</summary>
    public PageLink? Target { get; init; }

    /// <summary>The address of the file that <see cref="Target"/> is, which is found from disk too; null when it is no page.</summary>
    public string? TargetFile { get; init; }

    /// <summary>The address that search engines should know in place of such a page's own.</summary>
    public string? Canonical { get; init; }

    public PageLink? Previous { get; init; }

    public PageLink? Next { get; init; }

    /// <summary>Something that every reader of the page should know first, such as the dataset's fallback.</summary>
    public string? Notice { get; init; }

    /// <summary>Where the page's source can be edited; null when the repository is not known.</summary>
    public string? EditUrl { get; init; }

    /// <summary>Null when it is not known, or not to be shown.</summary>
    public PageUpdate? LastUpdate { get; init; }

    /// <summary>The run whose figures the page shows; null on a site without one.</summary>
    public Run? Run { get; init; }

    /// <summary>
    /// The id of the run that the page is about, when it is not the site's own; figures marked on the page are that run's.
    /// </summary>
    public string? OtherRun { get; init; }

    public bool HideTableOfContents { get; init; }

    public bool NoIndex { get; init; }

    /// <summary>Only those who know its address find the page.</summary>
    public bool Unlisted { get; init; }
}

using Glassy.Diagnostics;
using Glassy.Html;
using Glassy.Pages;
using Glassy.Sources;
using Glassy.Theme;

namespace Glassy.Rendering;

/// <summary>A page's Markdown as markup, and what is known of it: all that is made of a page besides its file is made of this.</summary>
/// <param name="Page">The page.</param>
/// <param name="Markup">With its <c>h1</c>.</param>
/// <param name="Toc">The headings that its table of contents shows.</param>
/// <param name="Diagnostics">Its mistakes, in the order of the page.</param>
public sealed record RenderedPage(Page Page, PageMarkup Markup, IReadOnlyList<TocEntry> Toc, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Its markup as layouts take it.</summary>
    public RawHtml Html => new(Markup.Text);

    /// <summary>What is said about it at <c>--verbosity detailed</c>.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Its links to places in pages.</summary>
    public IReadOnlyList<AnchorLink> AnchorLinks { get; init; } = [];

    /// <summary>
    /// The picture for previews of the page: an address of another site, or from this site's root, percent-encoded; null for none.
    /// </summary>
    public string? Image { get; init; }

    /// <summary>The names of the components that it shows.</summary>
    public IReadOnlySet<string> Components { get; init; } = new HashSet<string>();

    /// <summary>What it wants in its document's head.</summary>
    public PageHead Head { get; init; } = PageHead.Empty;
}

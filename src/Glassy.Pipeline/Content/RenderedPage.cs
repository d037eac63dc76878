using Glassy.Execution;
using Glassy.Theme;

namespace Glassy.Content;

/// <summary>A page's Markdown as markup.</summary>
/// <param name="Page">The page.</param>
/// <param name="Html">With its <c>h1</c>.</param>
/// <param name="Toc">The headings that its table of contents shows.</param>
/// <param name="Diagnostics">Its mistakes, in the order of the page.</param>
public sealed record RenderedPage(Page Page, RawHtml Html, IReadOnlyList<TocEntry> Toc, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>What is said about it at <c>--verbosity detailed</c>.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Its links to places in pages.</summary>
    public IReadOnlyList<AnchorLink> AnchorLinks { get; init; } = [];
}

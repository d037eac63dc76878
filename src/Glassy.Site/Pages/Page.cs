using Glassy.Theme;

namespace Glassy.Pages;

/// <summary>
/// A page that has been read and has its place on the site, but is not rendered yet. Its parsed Markdown is not kept:
/// a thousand of them cost the garbage collector four times what parsing again does.
/// </summary>
public sealed record Page : SitePage
{
    public required PageSource Source { get; init; }

    /// <summary>What sidebars and <c>pagination_next</c> call it: <c>image-classification/glassy</c>.</summary>
    public string Id => Pages.Permalink.IdOf(Source);

    /// <summary>From the site's root, as Docusaurus has it: <c>/image-classification/glassy</c>.</summary>
    public string Permalink => Route.Permalink;

    /// <inheritdoc/>
    public override string Layout => Source.FrontMatter.Values.GetValueOrDefault("layout") as string ?? "page";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Keywords => Source.FrontMatter.Keywords;

    /// <inheritdoc/>
    public override bool IsListed => !Source.FrontMatter.Unlisted;

    /// <summary>What its links are relative to: <c>/image-classification/glassy/</c>.</summary>
    public string Address => Route.Address;

    /// <summary>The page's file, relative to the output folder: <c>image-classification/glassy/index.html</c>.</summary>
    public string OutputPath => Route.File;

    /// <summary>Front matter, else the file's number prefix; null sorts last.</summary>
    public double? SidebarPosition => Source.FrontMatter.SidebarPosition
        ?? (Source.FrontMatter.ParseNumberPrefixes ? NumberPrefix.Split(Source.Stem).Number : null);

    public string SidebarLabel => Source.FrontMatter.SidebarLabel ?? Title;

    /// <summary>What previous and next call it.</summary>
    public string PaginationLabel => Source.FrontMatter.PaginationLabel ?? SidebarLabel;

    /// <summary>The page's address for a link on another page, percent-encoded.</summary>
    public string HrefFrom(SitePath sitePath) => Route.HrefFrom(sitePath);
}

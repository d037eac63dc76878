using Glassy.Pages;

namespace Glassy.Made;

/// <summary>For a site without a page at its root: leads to the first page, and has its title.</summary>
internal sealed record FrontPage : SitePage
{
    /// <inheritdoc/>
    public override string Layout => "redirect";

    /// <inheritdoc/>
    public override bool IsListed => false;

    /// <summary>Null on a site without pages.</summary>
    public required Page? First { get; init; }
}

using Glassy.Pages;

namespace Glassy.Furniture;

/// <summary>A page that only leads on, because another moved away from there. Its title is that of what it leads to.</summary>
public sealed record RedirectPage : SitePage
{
    /// <inheritdoc/>
    public override string Layout => "redirect";

    /// <inheritdoc/>
    public override bool IsListed => false;

    /// <summary>Where it leads, relative to <see cref="AnyPage"/>; as written when that is another site.</summary>
    public required string Href { get; init; }

    /// <summary>The page that it leads to; null for a file or another site.</summary>
    public required Route? Target { get; init; }
}

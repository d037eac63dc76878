using Glassy.Pages;

namespace Glassy.Navigation;

/// <summary>The page of all tags.</summary>
public sealed record TagsPage : SitePage
{
    /// <inheritdoc/>
    public override string Layout => "tags";

    /// <summary>By label.</summary>
    public required IReadOnlyList<TagPage> Tags { get; init; }
}

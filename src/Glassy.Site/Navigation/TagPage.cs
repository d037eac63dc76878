using Glassy.Pages;

namespace Glassy.Navigation;

/// <summary>The page of a tag, which lists those that have it. Its title is what the first of them calls it, or the file of tags.</summary>
public sealed record TagPage : SitePage
{
    /// <inheritdoc/>
    public override string Layout => "tag";

    /// <summary>Listed ones only, by title.</summary>
    public required IReadOnlyList<Page> Pages { get; init; }
}

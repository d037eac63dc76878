namespace Glassy.Outputs.Search;

/// <summary>A page as the search knows it.</summary>
/// <param name="Title">The page's title.</param>
/// <param name="Href">Its address from the site's root, percent-encoded, without a leading <c>/</c>.</param>
/// <param name="Trail">What it is in, from the outermost category.</param>
/// <param name="Keywords">What it is found by besides its text.</param>
/// <param name="Sections">At least one; the first has no heading.</param>
public sealed record SearchPage(
    string Title, string Href, IReadOnlyList<string> Trail, IReadOnlyList<string> Keywords, IReadOnlyList<SearchSection> Sections);

namespace Glassy.Theme;

/// <summary>A tag.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Href">The address of the page that lists its pages, relative to the page.</param>
/// <param name="Count">How many pages have it.</param>
public sealed record TagLink(string Label, string Href, int Count);

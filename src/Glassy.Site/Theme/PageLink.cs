namespace Glassy.Theme;

/// <summary>A link to another page.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Href">Its address relative to the page; null for a category without a page of its own.</param>
public sealed record PageLink(string Label, string? Href);

namespace Glassy.Content;

/// <summary>A tag as a page names it.</summary>
/// <param name="Label">What readers see.</param>
/// <param name="Permalink">Its address below the tags page; null for one made of the label.</param>
public sealed record TagReference(string Label, string? Permalink);

using Glassy.Sources;

namespace Glassy.Pages;

/// <summary>A tag as a page names it.</summary>
/// <param name="Label">What readers see.</param>
/// <param name="Permalink">Its address below the tags page; null for one made of the label.</param>
public sealed record TagReference(string Label, string? Permalink)
{
    /// <summary>Where the page names it.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>Whether only its name is given, which may be that of a tag in the file of tags.</summary>
    public bool IsName { get; init; }
}

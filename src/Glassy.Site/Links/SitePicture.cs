namespace Glassy.Links;

/// <summary>A picture of the site as pages show it. Paths are from the site's root, without leading <c>/</c>.</summary>
/// <param name="Path">Where the site has it.</param>
/// <param name="Size">As a browser shows it; null when that is not known.</param>
public sealed record SitePicture(string Path, PictureSize? Size)
{
    /// <summary>The picture at several widths, ascending; empty when there is one only.</summary>
    public IReadOnlyList<PictureWidth> Widths { get; init; } = [];

    /// <summary>The same as WebP, ascending; empty when that would be no smaller.</summary>
    public IReadOnlyList<PictureWidth> WebP { get; init; } = [];

    /// <summary>Where it lies, if the site has it there too: an address that others may know; null when it has not.</summary>
    public string? KeptPath { get; init; }

    /// <summary>What is wrong with the file; null when nothing is.</summary>
    public string? Error { get; init; }

    /// <summary>Its other widths are still to be made; until then <see cref="Path"/> is where it lies.</summary>
    public bool IsPending { get; init; }
}

namespace Glassy.Links;

/// <summary>A picture at one width.</summary>
/// <param name="Path">From the site's root, without leading <c>/</c>.</param>
/// <param name="Width">In pixels.</param>
public sealed record PictureWidth(string Path, int Width);

namespace Glassy.Pictures;

/// <summary>A picture that the site shows: a PNG of its own, and a tile in a strip so that a page needs few requests.</summary>
/// <param name="Path">Its own PNG, relative to the site's root: <c>assets/datasets/mnist/train/1/1-0000.png</c>.</param>
/// <param name="Strip">The strip's PNG (one row of tiles), relative to the site's root.</param>
/// <param name="Tile">0-based place in the strip, from the left.</param>
/// <param name="Index">Index in its split (for custom drawings: in file name order).</param>
/// <param name="Label">Class index given by the dataset.</param>
/// <param name="Predicted">Class index predicted; null for samples, which are shown without one.</param>
public sealed record ExportedPicture(string Path, string Strip, int Tile, int Index, int Label, int? Predicted)
{
    /// <summary>The last part of <see cref="Path"/>.</summary>
    public string FileName => Path[(Path.LastIndexOf('/') + 1)..];
}

namespace Glassy.Made;

/// <summary>A training picture that is like the page's.</summary>
/// <param name="Tile">The picture.</param>
/// <param name="Index">In the training split.</param>
/// <param name="Label">Its class.</param>
/// <param name="Distance">Euclidean (L2) over the levels.</param>
internal sealed record NeighborView(PlacedTile Tile, int Index, string Label, double Distance);

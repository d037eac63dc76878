using Glassy.Datasets;

namespace Glassy.Pictures;

/// <summary>A picture that is like a test picture.</summary>
/// <param name="Picture">Which one.</param>
/// <param name="Place">Where it is drawn.</param>
public sealed record ExplainedNeighbor(Neighbor Picture, TilePlace Place);

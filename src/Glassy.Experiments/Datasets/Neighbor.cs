namespace Glassy.Datasets;

/// <summary>A picture that is like another.</summary>
/// <param name="Index">Its index in its split.</param>
/// <param name="Label">Class index given by the dataset.</param>
/// <param name="Distance">Euclidean (L2) over all grey or colour levels, 0..255 each.</param>
public sealed record Neighbor(int Index, int Label, double Distance);

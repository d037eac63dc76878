namespace Glassy.Pictures;

/// <summary>A test picture, and what can be said of why it was read as it was.</summary>
/// <param name="Index">Index in the test split.</param>
/// <param name="Seen">The picture as the model got it; null when another program has the model.</param>
/// <param name="Saliency">What the answer depends on, laid over the picture; null where that is not known.</param>
/// <param name="Neighbors">The training pictures most like it, or the test pictures most like it to the model, the nearest first, each with
/// its place.</param>
/// <param name="AreByModel">Whether they are test pictures, found by what the model makes of them.</param>
public sealed record ExplainedPicture(
    int Index, TilePlace? Seen, TilePlace? Saliency, IReadOnlyList<ExplainedNeighbor> Neighbors, bool AreByModel = false);

namespace Glassy.Made;

/// <summary>One wrong prediction as its page shows it. Addresses are relative to that page.</summary>
/// <param name="Title">In words.</param>
/// <param name="Index">In the test split.</param>
/// <param name="Truth">The class given by the dataset.</param>
/// <param name="Predicted">The class that the model gave.</param>
/// <param name="Loss">Cross-entropy, nats; null without probabilities.</param>
/// <param name="TileWidth">Of a picture, its own pixels.</param>
/// <param name="TileHeight">Of a picture, its own pixels.</param>
/// <param name="Raw">As the dataset has it.</param>
/// <param name="Seen">As the model got it; null when another program has it.</param>
/// <param name="Saliency">What its answer depends on; null where that is not known.</param>
/// <param name="Explanation">How that was found, in words.</param>
/// <param name="Png">The picture's own file.</param>
/// <param name="Normalization">How the one became the other, in words; empty likewise.</param>
/// <param name="Probabilities">All classes, the most probable first; none without probabilities.</param>
/// <param name="Neighbors">The pictures most like it, the nearest first.</param>
internal sealed record PictureView(
    string Title,
    int Index,
    string Truth,
    string Predicted,
    double? Loss,
    int TileWidth,
    int TileHeight,
    PlacedTile Raw,
    PlacedTile? Seen,
    PlacedTile? Saliency,
    string Explanation,
    string Png,
    string Normalization,
    IReadOnlyList<ClassProbability> Probabilities,
    IReadOnlyList<NeighborView> Neighbors)
{
    /// <summary>What people who looked again say of the label; null when nobody doubts it.</summary>
    public string? Doubt { get; init; }

    /// <summary>Who asked them.</summary>
    public string? DoubtSource { get; init; }

    /// <summary>Whether another program's model was evaluated here, so that it could be asked what its answers depend on.</summary>
    public bool IsEvaluated { get; init; }

    /// <summary>Whether the neighbours are test pictures, found by what the model makes of them.</summary>
    public bool AreByModel { get; init; }

    /// <summary>Where all pictures of its cell are.</summary>
    public string CellHref { get; init; } = "";
}

namespace Glassy.Components.Pictures;

/// <summary>A picture with what the model said of it.</summary>
/// <param name="Index">In its split.</param>
/// <param name="Tile">The picture.</param>
/// <param name="Href">The page or file that shows it by itself.</param>
/// <param name="PredictedProbability">Of the predicted class, 0..1.</param>
/// <param name="TrueProbability">Of the true class, 0..1.</param>
/// <param name="Loss">Cross-entropy, nats, 0 or more; infinite for a drawing whose <paramref name="TrueProbability"/> is 0.</param>
public sealed record ReadPicture(
    int Index,
    PictureTile Tile,
    string Href,
    double? PredictedProbability,
    double? TrueProbability,
    double? Loss)
{
    /// <summary>Of its place on the page; null when nothing leads there.</summary>
    public string? Id { get; init; }
}

namespace Glassy.Components.Pictures;

/// <summary>A picture as templates show it. Addresses are relative to the page.</summary>
/// <param name="Src">The strip that holds it.</param>
/// <param name="Tile">0-based place in the strip.</param>
/// <param name="Href">Its own PNG; null for plain samples.</param>
/// <param name="Alt">What it shows, in words.</param>
/// <param name="Caption">The predicted class; null when it is not shown.</param>
/// <param name="Truth">The true class; null when it is not shown.</param>
/// <param name="Correct">Whether the prediction is right; null without one.</param>
/// <param name="Title">The tooltip; null for none.</param>
public sealed record PictureTile(
    string Src,
    int Tile,
    string? Href,
    string Alt,
    string? Caption,
    string? Truth,
    bool? Correct,
    string? Title)
{
    /// <summary>What people who looked again agreed on, in words; null when nobody doubts the dataset's label.</summary>
    public string? Doubt { get; init; }
}

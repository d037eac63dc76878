using Glassy.Imaging;

namespace Glassy.Pictures;

/// <summary>What the site has for pages that show all test pictures. Paths are from the site's root, without leading <c>/</c>.</summary>
/// <param name="Tile">The size of every picture there.</param>
/// <param name="PerStrip">Pictures side by side in each strip but the last, in the order of
/// <see cref="Publishing.UnpackedPredictions.GalleryOrder"/>.</param>
/// <param name="Ending">Of the strips' files: <c>.png</c> or <c>.webp</c>.</param>
/// <param name="First">The pictures that a page shows by itself: indices in the test split, in that order.</param>
/// <param name="Attributes">The script with what is known of each picture besides; null when nothing is by which pictures can be told
/// apart.</param>
/// <param name="Known">The names of what is known there.</param>
public sealed record GalleryAssets(
    ImageShape Tile,
    int PerStrip,
    string Ending,
    IReadOnlyList<int> First,
    string? Attributes,
    IReadOnlyList<string> Known);

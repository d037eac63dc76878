using Glassy.Datasets.Drawings;

namespace Glassy.Drawing;

/// <summary>The rounded weights that the site publishes, measured.</summary>
/// <param name="Script">Path from the site's root, without leading <c>/</c>.</param>
/// <param name="CompressedBytes">Of the script as gzip sends it.</param>
/// <param name="Polarity">Whether readers draw with bright or dark ink.</param>
/// <param name="Correct">Test pictures that the rounded weights read right.</param>
/// <param name="Total">All test pictures.</param>
public sealed record BrowserWeights(string Script, int CompressedBytes, Polarity Polarity, int Correct, int Total);

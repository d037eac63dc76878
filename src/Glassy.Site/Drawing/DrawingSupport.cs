using System.Globalization;
using Glassy.Runs;

namespace Glassy.Drawing;

/// <summary>Tells for which runs readers can draw: those that the browser's own code can prepare a picture and compute for.</summary>
public static class DrawingSupport
{
    /// <summary>The longest side of a picture, pixels: what is larger makes more weights than a page should load.</summary>
    public const int LargestSide = 64;

    /// <summary>Architectures of dense layers alone, each but the last with ReLU.</summary>
    private static readonly string[] Architectures = ["mlp"];

    /// <summary>Why readers cannot draw, as the end of a sentence that begins with "because"; null when they can.</summary>
    public static string? WhyNot(Run run) => run.Dataset.Shape switch
    {
        { Channels: not 1 } => "the pictures are in colour, and what is drawn here is grey",
        { Height: > LargestSide } or { Width: > LargestSide } => string.Create(
            CultureInfo.InvariantCulture,
            $"the pictures are {run.Dataset.Shape.Width}×{run.Dataset.Shape.Height} pixels, more than {LargestSide}×{LargestSide}"),
        _ when !Architectures.Contains(run.Model.Name) => $"the page's script cannot compute the architecture {run.Model.Name}",
        _ => null,
    };
}

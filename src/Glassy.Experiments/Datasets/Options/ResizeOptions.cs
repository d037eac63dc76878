using Glassy.Imaging;

namespace Glassy.Datasets.Options;

/// <summary>The size that pictures are brought to.</summary>
public sealed record ResizeOptions
{
    [PixelSize(
        "The size that all pictures are brought to: one number for a square, or width x height.")]
    public PixelSize? Size { get; init; }
    [Settings.Choice<PictureFit>("How pictures of other proportions get that size.")] public PictureFit Fit { get; init; }
}

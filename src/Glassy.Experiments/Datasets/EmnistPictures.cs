using Glassy.Imaging;

namespace Glassy.Datasets;

/// <summary>EMNIST's pictures, whose rows are stored as columns.</summary>
internal static class EmnistPictures
{
    /// <summary>The same with rows as rows.</summary>
    public static LabeledImages Upright(LabeledImages stored)
    {
        var (height, width) = (stored.Shape.Width, stored.Shape.Height);
        var pixels = new byte[stored.Pixels.Length];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (start, place) = (i / stored.Shape.Length * stored.Shape.Length, i % stored.Shape.Length);
            pixels[i] = stored.Pixels[start + (place % width * height) + (place / width)];
        }

        return new LabeledImages(new ImageShape(height, width, 1), pixels, stored.Labels);
    }
}

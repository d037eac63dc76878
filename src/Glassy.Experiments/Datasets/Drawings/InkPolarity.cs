namespace Glassy.Datasets.Drawings;

/// <summary>Tells a dataset's ink from its paper.</summary>
public static class InkPolarity
{
    /// <summary>Dark on bright when more than half of all border pixels (the outermost rows and columns) are above 127.</summary>
    /// <param name="images">[N, H, W, C]; of several channels the mean counts.</param>
    public static Polarity Of(LabeledImages images)
    {
        var (bright, all) = (0L, 0L);
        for (var n = 0; n < images.Count; n++)
        {
            var pixels = images.Image(n).Span;
            foreach (var pixel in BorderPixels.Of(images.Shape.Height, images.Shape.Width))
            {
                var sum = 0;
                foreach (var level in pixels.Slice(pixel * images.Shape.Channels, images.Shape.Channels))
                {
                    sum += level;
                }

                bright += sum > 127 * images.Shape.Channels ? 1 : 0;
                all++;
            }
        }

        return 2 * bright > all ? Polarity.DarkOnBright : Polarity.BrightOnDark;
    }
}

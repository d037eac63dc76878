namespace Glassy.Imaging;

/// <summary>A picture read from a file.</summary>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Rgba">[H, W, 4] red, green, blue (not multiplied by alpha), alpha; 0..255.</param>
public sealed record DecodedPicture(int Height, int Width, byte[] Rgba)
{
    /// <summary>A picture of levels.</summary>
    /// <param name="pixels">[H, W, C].</param>
    /// <param name="shape">Of 1 channel or 3.</param>
    public static DecodedPicture Of(ReadOnlySpan<byte> pixels, ImageShape shape)
    {
        var rgba = new byte[4 * shape.Height * shape.Width];
        for (var i = 0; i < rgba.Length; i++)
        {
            rgba[i] = (i & 3) == 3 ? byte.MaxValue : pixels[((i >> 2) * shape.Channels) + Math.Min(i & 3, shape.Channels - 1)];
        }

        return new DecodedPicture(shape.Height, shape.Width, rgba);
    }

    /// <summary>Whether any pixel that can be seen is not grey.</summary>
    public bool IsColor()
    {
        for (var i = 0; i < Rgba.Length; i += 4)
        {
            if (Rgba[i + 3] != 0 && (Rgba[i] != Rgba[i + 1] || Rgba[i] != Rgba[i + 2]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>[H, W] grey levels over a background: 0.299 R + 0.587 G + 0.114 B (Rec. 601), rounded.</summary>
    /// <param name="background">Grey level behind what is transparent.</param>
    public byte[] ToGrey(byte background)
    {
        var grey = new byte[Height * Width];
        for (var i = 0; i < grey.Length; i++)
        {
            grey[i] = Over(Luma(i), Rgba[(4 * i) + 3], background);
        }

        return grey;
    }

    /// <summary>[H, W, 3] red, green, blue over a grey background.</summary>
    /// <param name="background">Grey level behind what is transparent.</param>
    public byte[] ToRgb(byte background)
    {
        var rgb = new byte[Height * Width * 3];
        for (var i = 0; i < Height * Width; i++)
        {
            for (var c = 0; c < 3; c++)
            {
                rgb[(3 * i) + c] = Over(Rgba[(4 * i) + c], Rgba[(4 * i) + 3], background);
            }
        }

        return rgb;
    }

    /// <summary>Grey level of one pixel without regard to its alpha, 0..255.</summary>
    /// <param name="pixel">Row · width + column.</param>
    public double Luma(int pixel) =>
        ((299 * Rgba[4 * pixel]) + (587 * Rgba[(4 * pixel) + 1]) + (114 * Rgba[(4 * pixel) + 2])) / 1000.0;

    /// <summary>[C] one pixel over a grey background, not rounded: its luma, or red, green and blue.</summary>
    /// <param name="pixel">Row · width + column.</param>
    /// <param name="background">Grey level behind what is transparent.</param>
    /// <param name="levels">1 or 3, filled.</param>
    internal void LevelsAt(int pixel, byte background, Span<double> levels)
    {
        var alpha = Rgba[(4 * pixel) + 3] / 255.0;
        for (var c = 0; c < levels.Length; c++)
        {
            var level = levels.Length == 1 ? Luma(pixel) : Rgba[(4 * pixel) + c];
            levels[c] = (level * alpha) + (background * (1 - alpha));
        }
    }

    private static byte Over(double level, byte alpha, byte background) =>
        (byte)Math.Floor((((level * alpha) + (background * (255.0 - alpha))) / 255.0) + 0.5);
}

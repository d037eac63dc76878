using Glassy.Imaging;
using SkiaSharp;

namespace Glassy.Tests;

/// <summary>Pictures made for tests.</summary>
internal static class TestPicture
{
    /// <summary>Something with soft shapes and grain, as photographs have.</summary>
    public static byte[] Photograph(int width, int height, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg)
    {
        var grain = new Random(1);
        return Of(
            width,
            height,
            (x, y) => new SKColor(Level(Math.Sin(x / 90.0)), Level(Math.Cos(y / 70.0)), Level(Math.Sin((x + y) / 200.0))),
            format,
            92);

        byte Level(double wave) => (byte)(128 + (90 * wave) + grain.Next(-12, 12));
    }

    /// <summary>Grain at the lowest quality: whoever encodes what is left of it with more care gets a larger file.</summary>
    public static byte[] AsSmallAsCanBe()
    {
        var random = new Random(1);
        return Of(
            PictureScaler.Widths[^1], 8, (_, _) => random.Next(2) == 0 ? SKColors.Black : SKColors.White, SKEncodedImageFormat.Jpeg, 1);
    }

    public static byte[] Of(int width, int height, Func<int, int, SKColor> colour, SKEncodedImageFormat format, int quality)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                bitmap.SetPixel(x, y, colour(x, y));
            }
        }

        using var data = bitmap.Encode(format, quality);
        return data.ToArray();
    }
}

using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Bmp;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Pbm;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Tiff;
using SixLabors.ImageSharp.Formats.Tiff.Constants;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.PixelFormats;

namespace Glassy.Tests;

/// <summary>One picture in many formats: dark (30) on the left, bright (210) on the right.</summary>
internal static class FormatFixture
{
    public const int Width = 32;
    public const int Height = 16;

    public static byte[] Encode(ImageFormat format)
    {
        if (format == ImageFormat.ProgressiveJpeg)
        {
            byte[] row = [30, 30, 210, 210];
            return JpegFixture.Make([[.. row, .. row]], row.Length, isProgressive: true);
        }

        using var image = new Image<Rgba32>(Width, Height);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var level = (byte)(x < Width / 2 ? 30 : 210);
                image[x, y] = new Rgba32(level, level, level);
            }
        }

        return Save(image, EncoderOf(format));
    }

    /// <summary>Grey levels of 16 bits in one row.</summary>
    public static byte[] Deep(ushort[] levels, ImageFormat format)
    {
        using var image = Image.LoadPixelData(Array.ConvertAll(levels, level => new L16(level)), levels.Length, 1);
        return format == ImageFormat.Png
            ? Save(image, new PngEncoder { BitDepth = PngBitDepth.Bit16, ColorType = PngColorType.Grayscale })
            : DeepTiff(levels);
    }

    /// <summary>A TIFF of one row of 16-bit levels (TIFF 6.0, section 4), which ImageSharp does not write.</summary>
    private static byte[] DeepTiff(ushort[] levels)
    {
        (ushort Tag, ushort Type, int Value)[] fields =
        [
            (256, 3, levels.Length), (257, 3, 1), (258, 3, 16), (259, 3, 1), (262, 3, 1), (273, 4, 8), (277, 3, 1), (278, 3, 1),
            (279, 4, 2 * levels.Length),
        ];
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("II*\0"u8);
        writer.Write(8 + (2 * levels.Length));
        Array.ForEach(levels, writer.Write);
        writer.Write((ushort)fields.Length);
        foreach (var (tag, type, value) in fields)
        {
            writer.Write(tag);
            writer.Write(type);
            writer.Write(1);
            writer.Write(value);
        }

        writer.Write(0);
        return file.ToArray();
    }

    /// <summary>Pixels of any levels, half of them like the one before.</summary>
    public static Rgba64[] Noise(int width, int height, Random random, bool isGrey)
    {
        var pixels = new Rgba64[width * height];
        for (var i = 0; i < pixels.Length; i++)
        {
            var red = Level();
            pixels[i] = i > 0 && random.Next(2) == 0
                ? pixels[i - 1]
                : isGrey ? new Rgba64(red, red, red, Level()) : new Rgba64(red, Level(), Level(), Level());
        }

        pixels[^1] = new Rgba64(ushort.MaxValue, ushort.MaxValue, ushort.MaxValue, ushort.MaxValue); // all bits are used
        return pixels;

        ushort Level() => (ushort)random.Next(ushort.MaxValue + 1);
    }

    public static byte[] Save(Rgba64[] pixels, int width, int height, IImageEncoder encoder)
    {
        using var image = Image.LoadPixelData(pixels, width, height);
        return Save(image, encoder);
    }

    /// <summary>8×8 of pure cyan ink, as Photoshop writes it: four components, levels inverted, an Adobe segment.</summary>
    public static byte[] Cmyk() => JpegFixture.Make([[0], [255], [255], [255]], 1, isProgressive: false);

    private static IImageEncoder EncoderOf(ImageFormat format) => format switch
    {
        ImageFormat.Bmp => new BmpEncoder(),
        ImageFormat.Gif => new GifEncoder(),
        ImageFormat.Webp => new WebpEncoder { FileFormat = WebpFileFormatType.Lossless },
        ImageFormat.Tiff => new TiffEncoder { Compression = TiffCompression.Deflate },
        ImageFormat.Pbm => new PbmEncoder(),
        _ => new PngEncoder(),
    };

    private static byte[] Save(Image image, IImageEncoder encoder)
    {
        using var file = new MemoryStream();
        image.Save(file, encoder);
        return file.ToArray();
    }
}

using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;

namespace Glassy.Imaging;

/// <summary>
/// Writes 8-bit PNG, grey or colour, without filters: on pictures of few pixels and on strips of them nothing is smaller. The same
/// pixels always give the same bytes.
/// </summary>
public static class Png
{
    /// <summary>In pixels: larger ones are strips and sheets, which pages load, and which are few.</summary>
    private const int Small = 128 * 128;

    /// <summary>Knows no decoder: whatever comes from outside is read by <see cref="PictureDecoder"/>.</summary>
    private static readonly Configuration Memory = new();

    /// <param name="pixels">[H, W, C] levels, 0..255.</param>
    /// <param name="shape">Their size; 1 channel is grey, 3 are red, green, blue.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ArgumentException">The shape has other channels, or the pixels are not of that shape.</exception>
    public static byte[] Encode(ReadOnlySpan<byte> pixels, ImageShape shape)
    {
        if (shape.Channels is not (1 or 3) || pixels.Length != shape.Length)
        {
            throw new ArgumentException(
                $"{pixels.Length} bytes are not {shape.Height}×{shape.Width} with 1 or 3 channels.", nameof(pixels));
        }

        return shape.Channels == 1
            ? Encode<L8>(pixels, shape, PngColorType.Grayscale)
            : Encode<Rgb24>(pixels, shape, PngColorType.Rgb);
    }

    private static byte[] Encode<TPixel>(ReadOnlySpan<byte> pixels, ImageShape shape, PngColorType type)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        var level = shape.Height * shape.Width <= Small ? PngCompressionLevel.Level3 : PngCompressionLevel.Level6;
        using var image = Image.LoadPixelData<TPixel>(Memory, pixels, shape.Width, shape.Height);
        return Encode(image, type, PngFilterMethod.None, level);
    }

    /// <param name="image">The picture.</param>
    /// <param name="type">What is written of each pixel.</param>
    /// <param name="filter">How rows are foretold by what is beside and above.</param>
    /// <param name="level">How hard to try.</param>
    internal static byte[] Encode(Image image, PngColorType type, PngFilterMethod filter, PngCompressionLevel level)
    {
        using var png = new MemoryStream();
        image.Save(png, new PngEncoder
        {
            ColorType = type,
            BitDepth = PngBitDepth.Bit8,
            FilterMethod = filter,
            CompressionLevel = level,
            IgnoreMetadata = true,
        });
        return png.ToArray();
    }
}

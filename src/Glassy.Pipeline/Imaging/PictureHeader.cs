using System.Buffers.Binary;
using System.Globalization;
using System.Xml;
using SkiaSharp;

namespace Glassy.Imaging;

/// <summary>A picture file's size, read from its beginning.</summary>
public static class PictureHeader
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <param name="path">Absolute path of a file.</param>
    /// <returns>Width and height in pixels (CSS pixels for SVG); null when it is no PNG, JPEG, GIF, WebP or SVG, or does not say.</returns>
    public static (int Width, int Height)? SizeOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".png" => PngSize(path),
        ".jpg" or ".jpeg" or ".gif" or ".webp" => CodecSize(path),
        ".svg" => SvgSize(path),
        _ => null,
    };

    /// <summary>The first chunk is IHDR: width and height are its first eight bytes (PNG specification, 11.2.2).</summary>
    private static (int, int)? PngSize(string path)
    {
        Span<byte> header = stackalloc byte[24];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length && header.StartsWith(PngSignature)
            ? (BinaryPrimitives.ReadInt32BigEndian(header[16..]), BinaryPrimitives.ReadInt32BigEndian(header[20..]))
            : null;
    }

    private static (int, int)? CodecSize(string path)
    {
        using var codec = SKCodec.Create(path);
        return codec is null ? null : (codec.Info.Width, codec.Info.Height);
    }

    private static (int, int)? SvgSize(string path)
    {
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        try
        {
            reader.MoveToContent();
            var box = reader.GetAttribute("viewBox")?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
            return Pixels(reader.GetAttribute("width") ?? box?.ElementAtOrDefault(2)) is { } width
                && Pixels(reader.GetAttribute("height") ?? box?.ElementAtOrDefault(3)) is { } height
                    ? (width, height)
                    : null;
        }
        catch (XmlException)
        {
            return null; // not an SVG after all: a picture without a known size is still shown
        }
    }

    private static int? Pixels(string? length) =>
        double.TryParse(length?.Replace("px", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > 0
            ? (int)Math.Round(value)
            : null;
}

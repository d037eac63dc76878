using SkiaSharp;

namespace Glassy.Imaging;

/// <summary>Lays pictures of one size side by side in few wide pictures, so that a page needs few requests.</summary>
public static class StripBuilder
{
    /// <summary>Wider pictures are refused or shrunk by some devices.</summary>
    public const int MaximumWidth = 4096;

    /// <summary>Tiles are small: what is lost of them is seen sooner than of a photograph.</summary>
    private const int WebPQuality = 86;

    /// <summary>
    /// Gives every tile its place. A group is not split when it fits into one strip; a longer one begins a strip of its own.
    /// </summary>
    /// <param name="groups">How many tiles each group has.</param>
    /// <param name="tileWidth">Pixels.</param>
    /// <returns>One place a tile, group after group.</returns>
    public static IReadOnlyList<StripPlace> Arrange(IReadOnlyList<int> groups, int tileWidth)
    {
        var capacity = Math.Max(1, MaximumWidth / tileWidth);
        var places = new List<StripPlace>();
        var (strip, used) = (0, 0);
        foreach (var size in groups)
        {
            if (used > 0 && used + size > capacity)
            {
                (strip, used) = (strip + 1, 0);
            }

            for (var i = 0; i < size; i++)
            {
                if (used == capacity)
                {
                    (strip, used) = (strip + 1, 0);
                }

                places.Add(new StripPlace(strip, used++));
            }
        }

        return places;
    }

    /// <summary>Draws one strip.</summary>
    /// <param name="tiles">Pictures of one shape, [H, W, C] each, from left to right.</param>
    /// <param name="shape">Their shape.</param>
    /// <returns>A PNG of shape.Height × (tiles · shape.Width).</returns>
    public static byte[] Draw(IReadOnlyList<ReadOnlyMemory<byte>> tiles, ImageShape shape)
    {
        var (pixels, strip) = Join(tiles, shape);
        return Png.Encode(pixels, strip);
    }

    /// <summary>Draws one strip with losses, for photographs.</summary>
    /// <param name="tiles">Pictures of one shape, [H, W, C] each, from left to right.</param>
    /// <param name="shape">Their shape.</param>
    /// <returns>A WebP of shape.Height × (tiles · shape.Width).</returns>
    public static byte[] DrawWebP(IReadOnlyList<ReadOnlyMemory<byte>> tiles, ImageShape shape)
    {
        var (pixels, strip) = Join(tiles, shape);
        using var bitmap = new SKBitmap(new SKImageInfo(strip.Width, strip.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var rgba = bitmap.GetPixelSpan();
        for (var i = 0; i < strip.Height * strip.Width; i++)
        {
            for (var c = 0; c < 3; c++)
            {
                rgba[(i * 4) + c] = pixels[strip.Channels == 1 ? i : (i * 3) + c];
            }

            rgba[(i * 4) + 3] = byte.MaxValue;
        }

        using var levels = bitmap.PeekPixels();
        using var encoded = levels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, WebPQuality));
        return encoded?.ToArray() ?? throw new InvalidOperationException("The strip could not be encoded.");
    }

    /// <summary>The pixels of a strip, [H, N · W, C].</summary>
    private static (byte[] Pixels, ImageShape Shape) Join(IReadOnlyList<ReadOnlyMemory<byte>> tiles, ImageShape shape)
    {
        var strip = shape with { Width = shape.Width * tiles.Count };
        var (row, stripRow) = (shape.Width * shape.Channels, strip.Width * shape.Channels);
        var pixels = new byte[strip.Length];
        for (var tile = 0; tile < tiles.Count; tile++)
        {
            for (var y = 0; y < shape.Height; y++)
            {
                tiles[tile].Span.Slice(y * row, row).CopyTo(pixels.AsSpan((y * stripRow) + (tile * row)));
            }
        }

        return (pixels, strip);
    }
}

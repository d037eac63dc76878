using System.Runtime.InteropServices;
using SkiaSharp;

namespace Glassy.Imaging;

/// <summary>Makes smaller versions of a large PNG or JPEG, for pages that show it at less than its own width.</summary>
public static class PictureScaler
{
    /// <summary>To be raised whenever another result comes from the same picture.</summary>
    public const int Recipe = 2;

    /// <summary>The width of the text's column at its widest, in CSS pixels, which pictures are shown at: <c>--measure</c> of glassy.css.</summary>
    public const int ColumnWidth = 630;

    /// <summary>Encoders change from one version to the next.</summary>
    public static readonly string Library = $"SkiaSharp {typeof(SKBitmap).Assembly.GetName().Version}";

    /// <summary>The column's width, and twice that for dense screens; narrower pictures are left as they are.</summary>
    public static readonly IReadOnlyList<int> Widths = [ColumnWidth, 2 * ColumnWidth];

    private const int JpegQuality = 82;
    private const int WebPQuality = 80;

    /// <summary>For screenshots, whose lines show what is lost sooner than a photograph's.</summary>
    private const int CarefulWebPQuality = 90;

    /// <summary>Effort, 0..100: more takes seconds for a few hundredths.</summary>
    private const int LosslessEffort = 40;

    /// <summary>400 MB in memory.</summary>
    private const long MaxPixels = 100_000_000;

    private static readonly SKSamplingOptions Smooth = new(SKCubicResampler.Mitchell);
    private static readonly SKSamplingOptions Halving = new(SKFilterMode.Linear);

    /// <summary>The versions that are worth having: of its own format those that are smaller files than all wider ones and the picture
    /// itself, then WebP if each is a smaller file than what a browser would take otherwise.</summary>
    /// <param name="file">The picture's file.</param>
    /// <exception cref="InvalidDataException">It is no whole PNG or JPEG, or too large; the message names no file.</exception>
    public static IReadOnlyList<ScaledPicture> Scale(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is not { EncodedFormat: SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg })
        {
            throw new InvalidDataException("it is no PNG or JPEG");
        }

        using var whole = Decode(codec);
        var isJpeg = codec.EncodedFormat == SKEncodedImageFormat.Jpeg;
        var origin = isJpeg ? codec.EncodedOrigin : SKEncodedOrigin.TopLeft;
        var width = origin >= SKEncodedOrigin.LeftTop ? whole.Height : whole.Width;
        var own = new List<ScaledPicture>();
        var webP = new List<ScaledPicture>();
        List<int> targets = [.. Widths.Append(Math.Min(width, Widths[^1])).Where(target => target <= width).Distinct().OrderDescending()];
        var limit = file.Length; // of the file that a browser would take when there were none of this width
        foreach (var target in targets)
        {
            using var scaled = Upright(Resize(whole, (double)target / width), origin);
            if (target < width && EncodeOwn(scaled, isJpeg) is { } smaller && smaller.Length < limit)
            {
                own.Add(new ScaledPicture(target, isJpeg ? ".jpg" : ".png", smaller));
                limit = smaller.Length;
            }

            var web = EncodeWebP(scaled, isJpeg);
            if (web.Length < limit)
            {
                webP.Add(new ScaledPicture(target, ".webp", web));
            }
        }

        return [.. own, .. webP.Count == targets.Count ? webP : []];
    }

    private static SKBitmap Decode(SKCodec codec)
    {
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb());
        if ((long)info.Width * info.Height > MaxPixels)
        {
            throw new InvalidDataException($"it has {(long)info.Width * info.Height / 1_000_000} million pixels, more than can be scaled; save it smaller");
        }

        var bitmap = new SKBitmap(info);
        if (codec.GetPixels(info, bitmap.GetPixels()) == SKCodecResult.Success)
        {
            return bitmap;
        }

        bitmap.Dispose();
        throw new InvalidDataException("it is corrupt or incomplete; save it again");
    }

    /// <summary>Halves, in which every pixel counts alike, and brings what is left to its size.</summary>
    /// <param name="whole">Is not disposed.</param>
    /// <param name="scale">In 0..1.</param>
    private static SKBitmap Resize(SKBitmap whole, double scale)
    {
        int width = Side(whole.Width), height = Side(whole.Height);
        var current = whole;
        while (current.Width != width || current.Height != height)
        {
            var next = current.Width >= 2 * width && current.Height >= 2 * height
                ? Resize(current, current.Width / 2, current.Height / 2, Halving)
                : Resize(current, width, height, Smooth);
            if (!ReferenceEquals(current, whole))
            {
                current.Dispose();
            }

            current = next;
        }

        return ReferenceEquals(current, whole) ? Resize(whole, width, height, Halving) : current; // the caller disposes what it gets

        int Side(int side) => Math.Max(1, (int)Math.Round(side * scale));
    }

    private static SKBitmap Resize(SKBitmap bitmap, int width, int height, SKSamplingOptions sampling) =>
        bitmap.Resize(bitmap.Info.WithSize(width, height), sampling)
        ?? throw new InvalidOperationException($"{bitmap.Width}×{bitmap.Height} pixels could not be scaled to {width}×{height}.");

    /// <summary>Turned the way the camera was held: a version has no Exif that would say so.</summary>
    private static SKBitmap Upright(SKBitmap bitmap, SKEncodedOrigin origin)
    {
        if (origin == SKEncodedOrigin.TopLeft)
        {
            return bitmap;
        }

        using (bitmap)
        {
            var turned = PictureDecoder.Upright(new DecodedPicture(bitmap.Height, bitmap.Width, bitmap.Bytes), origin);
            var upright = new SKBitmap(bitmap.Info.WithSize(turned.Width, turned.Height));
            Marshal.Copy(turned.Rgba, 0, upright.GetPixels(), turned.Rgba.Length);
            return upright;
        }
    }

    private static byte[] EncodeOwn(SKBitmap bitmap, bool isJpeg)
    {
        using var pixels = bitmap.PeekPixels();
        using var encoded = isJpeg
            ? pixels.Encode(new SKJpegEncoderOptions(JpegQuality))
            : pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, 9));
        return BytesOf(encoded);
    }

    /// <summary>A photograph's with losses; a screenshot's the smaller of one without and one with few.</summary>
    private static byte[] EncodeWebP(SKBitmap bitmap, bool isJpeg)
    {
        using var pixels = bitmap.PeekPixels();
        using var lossy = pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, isJpeg ? WebPQuality : CarefulWebPQuality));
        if (isJpeg)
        {
            return BytesOf(lossy);
        }

        using var lossless = pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, LosslessEffort));
        byte[][] both = [BytesOf(lossless), BytesOf(lossy)];
        return both.MinBy(file => file.Length)!; // there are two
    }

    private static byte[] BytesOf(SKData? encoded) => encoded?.ToArray() ?? throw new InvalidOperationException("The picture could not be encoded.");
}

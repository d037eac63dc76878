using System.Reflection;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;
using SkiaSharp;

namespace Glassy.Imaging;

/// <summary>Makes smaller versions of a large PNG or JPEG, for pages that show it at less than its own width.</summary>
public static class PictureScaler
{
    /// <summary>To be raised whenever another result comes from the same picture.</summary>
    public const int Recipe = 3;

    /// <summary>
    /// The width of the text's column at its widest, in CSS pixels, which pictures are shown at: <c>--measure</c> of glassy.css.
    /// </summary>
    public const int ColumnWidth = 630;

    /// <summary>Encoders change from one version to the next.</summary>
    public static readonly string Library = $"SkiaSharp {VersionOf(typeof(SKBitmap))}, ImageSharp {VersionOf(typeof(Image))}";

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

        var isJpeg = codec.EncodedFormat == SKEncodedImageFormat.Jpeg;
        var upright = PictureDecoder.Upright(Decode(codec), isJpeg ? codec.EncodedOrigin : SKEncodedOrigin.TopLeft);
        using var whole = Image.WrapMemory<Rgba32>(upright.Rgba, upright.Width, upright.Height);
        var isOpaque = codec.Info.AlphaType == SKAlphaType.Opaque;
        var own = new List<ScaledPicture>();
        var webP = new List<ScaledPicture>();
        List<int> targets =
        [
            .. Widths.Append(Math.Min(whole.Width, Widths[^1])).Where(target => target <= whole.Width).Distinct().OrderDescending()
        ];
        var limit = file.Length; // of the file that a browser would take when there were none of this width
        foreach (var target in targets)
        {
            var height = Math.Max(1, (int)Math.Round((double)whole.Height * target / whole.Width));
            using var scaled = whole.Clone(image => image.Resize(target, height, KnownResamplers.MitchellNetravali));
            using var bitmap = BitmapOf(scaled);
            if (target < whole.Width
                && (isJpeg ? EncodeJpeg(bitmap) : EncodePng(scaled, isOpaque)) is { } smaller
                && smaller.Length < limit)
            {
                own.Add(new ScaledPicture(target, isJpeg ? ".jpg" : ".png", smaller));
                limit = smaller.Length;
            }

            var web = EncodeWebP(bitmap, isJpeg);
            if (web.Length < limit)
            {
                webP.Add(new ScaledPicture(target, ".webp", web));
            }
        }

        return [.. own, .. webP.Count == targets.Count ? webP : []];
    }

    private static DecodedPicture Decode(SKCodec codec)
    {
        if ((long)codec.Info.Width * codec.Info.Height is > MaxPixels and var pixels)
        {
            throw new InvalidDataException($"it has {pixels / 1_000_000} million pixels, more than can be scaled; save it smaller");
        }

        using var colors = SKColorSpace.CreateSrgb();
        return PictureDecoder.Read(codec, colors) ?? throw new InvalidDataException("it is corrupt or incomplete; save it again");
    }

    /// <summary>For what SkiaSharp writes better.</summary>
    private static SKBitmap BitmapOf(Image<Rgba32> image)
    {
        var bitmap = new SKBitmap(new SKImageInfo(image.Width, image.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        image.CopyPixelDataTo(bitmap.GetPixelSpan());
        return bitmap;
    }

    private static byte[] EncodePng(Image image, bool isOpaque) => Png.Encode(
        image, isOpaque ? PngColorType.Rgb : PngColorType.RgbWithAlpha, PngFilterMethod.Adaptive, PngCompressionLevel.Level6);

    private static byte[] EncodeJpeg(SKBitmap bitmap)
    {
        using var pixels = bitmap.PeekPixels();
        using var encoded = pixels.Encode(new SKJpegEncoderOptions(JpegQuality));
        return BytesOf(encoded);
    }

    /// <summary>A photograph's with losses; a screenshot's the smaller of one without and one with few.</summary>
    private static byte[] EncodeWebP(SKBitmap bitmap, bool isJpeg)
    {
        using var pixels = bitmap.PeekPixels();
        using var lossy = pixels.Encode(
            new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, isJpeg ? WebPQuality : CarefulWebPQuality));
        if (isJpeg)
        {
            return BytesOf(lossy);
        }

        using var lossless = pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, LosslessEffort));
        byte[][] both = [BytesOf(lossless), BytesOf(lossy)];
        return both.MinBy(file => file.Length)!; // there are two
    }

    private static byte[] BytesOf(SKData? encoded) =>
        encoded?.ToArray() ?? throw new InvalidOperationException("The picture could not be encoded.");

    /// <summary>The assembly's own version stays the same for years.</summary>
    private static string? VersionOf(Type type) => type.Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()?.Version;
}

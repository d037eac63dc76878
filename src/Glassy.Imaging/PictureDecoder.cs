using System.Runtime.InteropServices;
using SkiaSharp;

namespace Glassy.Imaging;

/// <summary>
/// Reads PNG, JPEG, BMP, GIF (its first frame), WebP, TIFF (its first page) and PNM files. Colour profiles are left aside: levels come as
/// they are stored. Those of 16 bits come as the upper 8 of the bits that are used.
/// </summary>
public static class PictureDecoder
{
    /// <summary>512 MB in memory; a file that says more is refused before any is taken.</summary>
    public const long MaxPixels = 128_000_000;

    /// <summary>Bits of a level of a PNG or TIFF of 16 bits.</summary>
    public const int DeepBits = 16;

    /// <param name="bytes">The whole file.</param>
    /// <param name="name">The path as messages show it.</param>
    /// <param name="bits">How many of the bits of deep levels are used, 1..16; null for as many as this picture has.</param>
    /// <exception cref="InvalidDataException">This is no whole picture of a format that is read, or a too large one.</exception>
    public static DecodedPicture Decode(byte[] bytes, string name, int? bits = null)
    {
        if (DeepPicture.ReaderOf(bytes, name) is { } reader)
        {
            return reader.Read().ToPicture(bits);
        }

        using var data = SKData.CreateCopy(bytes);
        using var codec = CodecOf(data, bytes, name);
        return Read(codec, colors: null) is { } picture
            ? Upright(picture, codec.EncodedOrigin)
            : throw Corrupt(name);
    }

    /// <summary>Reads what stands before the pixels.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">The path as messages show it.</param>
    /// <exception cref="InvalidDataException">This is no picture of a format that is read, or a too large one.</exception>
    public static PictureFacts ReadHeader(byte[] bytes, string name)
    {
        if (DeepPicture.ReaderOf(bytes, name) is { } reader)
        {
            return reader.Facts;
        }

        using var data = SKData.CreateCopy(bytes);
        using var codec = CodecOf(data, bytes, name);
        var size = new PixelSize(codec.Info.Width, codec.Info.Height);
        return new PictureFacts(
            codec.EncodedOrigin >= SKEncodedOrigin.LeftTop ? new PixelSize(size.Height, size.Width) : size, IsDeep: false);
    }

    /// <summary>How many bits the levels of a deep picture use: the largest is below 2 to that power.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">The path as messages show it.</param>
    /// <returns>1..16; 8 for a picture that is not deep.</returns>
    /// <exception cref="InvalidDataException">The picture is not whole.</exception>
    public static int BitsOf(byte[] bytes, string name) => DeepPicture.ReaderOf(bytes, name)?.Read().Bits ?? 8;

    /// <param name="codec">Of a file.</param>
    /// <param name="colors">What levels are brought to; null leaves them as they are stored.</param>
    /// <returns>The picture as it is stored; null when the file is not whole.</returns>
    internal static DecodedPicture? Read(SKCodec codec, SKColorSpace? colors)
    {
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul, colors);
        var rgba = new byte[4 * (long)info.Width * info.Height];
        var pin = GCHandle.Alloc(rgba, GCHandleType.Pinned);
        try
        {
            return codec.GetPixels(info, pin.AddrOfPinnedObject()) == SKCodecResult.Success
                ? new DecodedPicture(info.Height, info.Width, rgba)
                : null;
        }
        finally
        {
            pin.Free();
        }
    }

    /// <summary>Turns a photograph the way its camera was held.</summary>
    /// <param name="picture">As it is stored.</param>
    /// <param name="origin">Has the numbers of Exif's orientation (JEITA CP-3451, 4.6.4 A): where the stored first row and column
    /// belong.</param>
    internal static DecodedPicture Upright(DecodedPicture picture, SKEncodedOrigin origin)
    {
        if (origin is SKEncodedOrigin.TopLeft)
        {
            return picture;
        }

        var (isTransposed, fromRight, fromBottom) = origin switch
        {
            SKEncodedOrigin.TopRight => (false, true, false),
            SKEncodedOrigin.BottomRight => (false, true, true),
            SKEncodedOrigin.BottomLeft => (false, false, true),
            SKEncodedOrigin.LeftTop => (true, false, false),
            SKEncodedOrigin.RightTop => (true, false, true),
            SKEncodedOrigin.RightBottom => (true, true, true),
            _ => (true, true, false),
        };
        var (height, width) = isTransposed ? (picture.Width, picture.Height) : (picture.Height, picture.Width);
        var turned = new byte[picture.Rgba.Length];
        var stored = MemoryMarshal.Cast<byte, uint>(picture.Rgba.AsSpan());
        var pixels = MemoryMarshal.Cast<byte, uint>(turned.AsSpan());
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (row, column) = isTransposed ? (x, y) : (y, x);
                row = fromBottom ? picture.Height - 1 - row : row;
                column = fromRight ? picture.Width - 1 - column : column;
                pixels[(y * width) + x] = stored[(row * picture.Width) + column];
            }
        }

        return new DecodedPicture(height, width, turned);
    }

    /// <exception cref="InvalidDataException">There are more pixels than are read.</exception>
    internal static void CheckSize(PixelSize size, string name)
    {
        if (size.Width <= 0 || size.Height <= 0 || size.Pixels > MaxPixels)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"{name}: {size.Width}×{size.Height} pixels, expected at least 1×1 and at most {MaxPixels / 1_000_000} million; save it smaller"));
        }
    }

    /// <summary>The same of a picture with levels of 16 bits, which takes twice the memory.</summary>
    /// <exception cref="InvalidDataException">There are more pixels than are read.</exception>
    internal static void CheckDeepSize(PixelSize size, string name)
    {
        CheckSize(size, name);
        if (size.Pixels > MaxPixels / 2)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"{name}: {size.Width}×{size.Height} pixels, expected at most {MaxPixels / 2_000_000} million of this format; save it smaller"));
        }
    }

    internal static InvalidDataException Corrupt(string name, Exception? cause = null) =>
        new($"{name}: corrupt or incomplete picture; save it again", cause);

    private static InvalidDataException NoPicture(ReadOnlySpan<byte> bytes, string name)
    {
        var format = PictureFormat.Of(bytes[..Math.Min(bytes.Length, PictureFormat.HeadBytes)]);
        var what = format switch
        {
            null => "not a picture that can be read",
            { IsReadable: true } => $"a damaged {format.Name}",
            _ => $"{format.Name} pictures are not read",
        };
        return new InvalidDataException($"{name}: {what}, expected {PictureFormat.Readable}");
    }

    private static SKCodec CodecOf(SKData data, byte[] bytes, string name)
    {
        var isKnown = PictureFormat.Of(bytes.AsSpan(0, Math.Min(bytes.Length, PictureFormat.HeadBytes))) is { IsReadable: true };
        var codec = isKnown ? SKCodec.Create(data) : null;
        if (codec is null)
        {
            throw NoPicture(bytes, name);
        }

        try
        {
            CheckSize(new PixelSize(codec.Info.Width, codec.Info.Height), name);
            return codec;
        }
        catch (InvalidDataException)
        {
            codec.Dispose();
            throw;
        }
    }
}

using System.Runtime.InteropServices;
using SkiaSharp;

namespace Glassy.Imaging;

/// <summary>Reads PNG and JPEG files. Colour profiles are left aside: levels come as they are stored.</summary>
public static class PictureDecoder
{
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">The path as messages show it.</param>
    /// <exception cref="InvalidDataException">This is not a whole PNG or JPEG.</exception>
    public static DecodedPicture Decode(byte[] bytes, string name)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat is not (SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg))
        {
            throw new InvalidDataException($"{name}: not a picture that can be read, expected PNG or JPEG");
        }

        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        var rgba = new byte[info.BytesSize];
        var pin = GCHandle.Alloc(rgba, GCHandleType.Pinned);
        SKCodecResult result;
        try
        {
            result = codec.GetPixels(info, pin.AddrOfPinnedObject());
        }
        finally
        {
            pin.Free();
        }

        return result == SKCodecResult.Success
            ? Upright(new DecodedPicture(info.Height, info.Width, rgba), codec.EncodedOrigin)
            : throw new InvalidDataException($"{name}: corrupt or incomplete picture; save it again");
    }

    /// <summary>Turns a photograph the way its camera was held (EXIF orientation).</summary>
    internal static DecodedPicture Upright(DecodedPicture picture, SKEncodedOrigin origin)
    {
        if (origin is SKEncodedOrigin.TopLeft)
        {
            return picture;
        }

        var (height, width) = (int)origin >= (int)SKEncodedOrigin.LeftTop
            ? (picture.Width, picture.Height)
            : (picture.Height, picture.Width);
        var turned = new byte[picture.Rgba.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (row, column) = Source(origin, y, x, height, width);
                picture.Rgba.AsSpan(4 * ((row * picture.Width) + column), 4).CopyTo(turned.AsSpan(4 * ((y * width) + x)));
            }
        }

        return new DecodedPicture(height, width, turned);
    }

    private static (int Row, int Column) Source(SKEncodedOrigin origin, int y, int x, int height, int width) => origin switch
    {
        SKEncodedOrigin.TopRight => (y, width - 1 - x),
        SKEncodedOrigin.BottomRight => (height - 1 - y, width - 1 - x),
        SKEncodedOrigin.BottomLeft => (height - 1 - y, x),
        SKEncodedOrigin.LeftTop => (x, y),
        SKEncodedOrigin.RightTop => (width - 1 - x, y),
        SKEncodedOrigin.RightBottom => (width - 1 - x, height - 1 - y),
        SKEncodedOrigin.LeftBottom => (x, height - 1 - y),
        _ => (y, x),
    };
}

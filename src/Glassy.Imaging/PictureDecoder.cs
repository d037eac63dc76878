using System.Runtime.InteropServices;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Metadata.Profiles.Exif;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;
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

        return Read(codec, colors: null) is { } picture
            ? Upright(picture, codec.EncodedOrigin)
            : throw new InvalidDataException($"{name}: corrupt or incomplete picture; save it again");
    }

    /// <param name="codec">Of a file.</param>
    /// <param name="colors">What levels are brought to; null leaves them as they are stored.</param>
    /// <returns>The picture as it is stored; null when the file is not whole.</returns>
    internal static DecodedPicture? Read(SKCodec codec, SKColorSpace? colors)
    {
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul, colors);
        var rgba = new byte[info.BytesSize];
        var pin = GCHandle.Alloc(rgba, GCHandleType.Pinned);
        try
        {
            return codec.GetPixels(info, pin.AddrOfPinnedObject()) == SKCodecResult.Success ? new DecodedPicture(info.Height, info.Width, rgba) : null;
        }
        finally
        {
            pin.Free();
        }
    }

    /// <summary>Turns a photograph the way its camera was held.</summary>
    /// <param name="picture">As it is stored.</param>
    /// <param name="origin">Has the numbers of Exif's orientation.</param>
    internal static DecodedPicture Upright(DecodedPicture picture, SKEncodedOrigin origin)
    {
        if (origin is SKEncodedOrigin.TopLeft)
        {
            return picture;
        }

        using var stored = Image.LoadPixelData<Rgba32>(picture.Rgba, picture.Width, picture.Height);
        stored.Metadata.ExifProfile = new ExifProfile();
        stored.Metadata.ExifProfile.SetValue(ExifTag.Orientation, (ushort)origin);
        stored.Mutate(image => image.AutoOrient());
        var turned = new byte[picture.Rgba.Length];
        stored.CopyPixelDataTo(turned);
        return new DecodedPicture(stored.Height, stored.Width, turned);
    }
}

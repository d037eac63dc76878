using Glassy.Imaging;
using SkiaSharp;

namespace Glassy.Tests.Imaging;

public sealed class PictureDecoderTests
{
    [Fact]
    public void Alpha_is_put_over_the_background_that_the_caller_names()
    {
        var picture = new DecodedPicture(1, 3, [200, 100, 50, 255, 200, 100, 50, 0, 200, 100, 50, 51]);

        // Luma 0.299·200 + 0.587·100 + 0.114·50 = 124.2; a fifth of it over the background.
        Assert.Equal([124, 255, 229], picture.ToGrey(255));
        Assert.Equal([124, 0, 25], picture.ToGrey(0));
        Assert.Equal([200, 100, 50, 255, 255, 255, 244, 224, 214], picture.ToRgb(255));
    }

    [Fact]
    public void What_cannot_be_seen_has_no_colour()
    {
        Assert.False(new DecodedPicture(1, 2, [9, 9, 9, 255, 1, 2, 3, 0]).IsColor());
        Assert.True(new DecodedPicture(1, 2, [9, 9, 9, 255, 1, 2, 3, 1]).IsColor());
    }

    [Fact]
    public void Transparent_PNG_keeps_its_levels_and_alpha()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(2, 1, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        bitmap.SetPixel(0, 0, new SKColor(10, 20, 30, 255));
        bitmap.SetPixel(1, 0, new SKColor(40, 50, 60, 128));

        var picture = PictureDecoder.Decode(Encode(bitmap, SKEncodedImageFormat.Png), "x.png");

        Assert.Equal([10, 20, 30, 255, 40, 50, 60, 128], picture.Rgba);
    }

    [Fact]
    public void A_grey_JPEG_is_grey()
    {
        using var bitmap = new SKBitmap(16, 8, SKColorType.Gray8, SKAlphaType.Opaque);
        bitmap.Erase(new SKColor(90, 90, 90));

        var picture = PictureDecoder.Decode(Encode(bitmap, SKEncodedImageFormat.Jpeg), "x.jpg");

        Assert.Equal((8, 16), (picture.Height, picture.Width));
        Assert.False(picture.IsColor());
        Assert.All(picture.ToGrey(0), level => Assert.InRange(level, 88, 92));
    }

    [Fact]
    public void A_photograph_is_turned_upright()
    {
        using var bitmap = new SKBitmap(16, 8, SKColorType.Gray8, SKAlphaType.Opaque);
        bitmap.Erase(SKColors.Black);
        using (var canvas = new SKCanvas(bitmap))
        using (var paint = new SKPaint { Color = SKColors.White })
        {
            canvas.DrawRect(0, 0, 8, 8, paint);
        }

        var jpeg = Encode(bitmap, SKEncodedImageFormat.Jpeg);
        // EXIF orientation 6: the left of what is stored is the top of what was seen.
        byte[] exif = [0xff, 0xe1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
        var picture = PictureDecoder.Decode([.. jpeg[..2], .. exif, .. jpeg[2..]], "x.jpg");

        Assert.Equal((16, 8), (picture.Height, picture.Width));
        Assert.InRange(picture.ToGrey(0)[(2 * 8) + 4], 240, 255);
        Assert.InRange(picture.ToGrey(0)[(13 * 8) + 4], 0, 15);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0x47, 0x49, 0x46, 0x38 })]
    public void Other_files_are_refused(byte[] content)
    {
        var exception = Assert.Throws<InvalidDataException>(() => PictureDecoder.Decode(content, "data/x.png"));
        Assert.Equal("data/x.png: not a picture that can be read, expected PNG or JPEG", exception.Message);
    }

    private static byte[] Encode(SKBitmap bitmap, SKEncodedImageFormat format)
    {
        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }
}

using Glassy.Imaging;
using SkiaSharp;

namespace Glassy.Tests;

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

    /// <summary>What Exif (JEITA CP-3451, 4.6.4 A) says where the stored first row and first column belong.</summary>
    [Theory]
    [InlineData(1, "wg/bb")]
    [InlineData(2, "gw/bb")]
    [InlineData(3, "bb/gw")]
    [InlineData(4, "bb/wg")]
    [InlineData(5, "wb/gb")]
    [InlineData(6, "bw/bg")]
    [InlineData(7, "bg/bw")]
    [InlineData(8, "gb/wb")]
    public void A_photograph_is_turned_upright(byte orientation, string corners)
    {
        using var bitmap = new SKBitmap(32, 16, SKColorType.Gray8, SKAlphaType.Opaque); // white and grey above black
        bitmap.Erase(SKColors.Black);
        using (var canvas = new SKCanvas(bitmap))
        using (var white = new SKPaint { Color = SKColors.White })
        using (var grey = new SKPaint { Color = SKColors.Gray })
        {
            canvas.DrawRect(0, 0, 16, 8, white);
            canvas.DrawRect(16, 0, 16, 8, grey);
        }

        var jpeg = Encode(bitmap, SKEncodedImageFormat.Jpeg);
        byte[] exif = [0xff, 0xe1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        var picture = PictureDecoder.Decode([.. jpeg[..2], .. exif, .. jpeg[2..]], "x.jpg");

        var levels = picture.ToGrey(0);
        Assert.Equal(orientation < 5 ? (16, 32) : (32, 16), (picture.Height, picture.Width));
        Assert.Equal(corners, $"{At(.25, .25)}{At(.25, .75)}/{At(.75, .25)}{At(.75, .75)}");

        char At(double row, double column) => levels[((int)(row * picture.Height) * picture.Width) + (int)(column * picture.Width)] switch
        {
            < 20 => 'b',
            > 235 => 'w',
            _ => 'g',
        };
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

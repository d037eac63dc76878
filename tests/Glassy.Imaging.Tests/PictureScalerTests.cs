using Glassy.Imaging;
using SkiaSharp;

namespace Glassy.Tests;

public sealed class PictureScalerTests
{
    [Fact]
    public void A_photograph_is_made_at_both_widths_and_as_WebP()
    {
        var versions = PictureScaler.Scale(TestPicture.Photograph(2000, 1001));

        Assert.Equal(
            [(1260, ".jpg"), (630, ".jpg"), (1260, ".webp"), (630, ".webp")],
            versions.Select(version => (version.Width, version.Extension)));
        Assert.Equal([(1260, 631), (630, 315), (1260, 631), (630, 315)], versions.Select(version => SizeOf(version.Content)));
        Assert.All(versions.Zip(versions.Skip(2)), pair => Assert.True(pair.Second.Content.Length < pair.First.Content.Length));
    }

    [Fact]
    public void A_picture_between_the_widths_keeps_its_own_file_as_the_widest()
    {
        var versions = PictureScaler.Scale(TestPicture.Photograph(1000, 500, SKEncodedImageFormat.Png));

        Assert.Equal([(630, ".png"), (1000, ".webp"), (630, ".webp")], versions.Select(version => (version.Width, version.Extension)));
    }

    [Fact]
    public void What_would_be_no_smaller_is_not_made()
    {
        var flat = TestPicture.Of(1600, 20, (_, _) => SKColors.Gray, SKEncodedImageFormat.Png, 100); // a few bytes a row

        Assert.All(PictureScaler.Scale(flat), version => Assert.True(version.Content.Length < flat.Length));
        Assert.DoesNotContain(PictureScaler.Scale(TestPicture.AsSmallAsCanBe()), version => version.Extension == ".webp");
    }

    [Fact]
    public void Lines_that_are_too_fine_become_the_grey_between_them()
    {
        var lines = TestPicture.Of(1890, 90, (x, y) => (x + y) % 2 == 0 ? SKColors.White : SKColors.Black, SKEncodedImageFormat.Png, 100);

        foreach (var version in PictureScaler.Scale(lines).Where(version => version.Width == 630))
        {
            using var bitmap = SKBitmap.Decode(version.Content);
            Assert.All(bitmap.Pixels, pixel => Assert.InRange(pixel.Green, 108, 148));
        }
    }

    [Theory]
    [InlineData(255, 2)]
    [InlineData(254, 6)]
    public void A_PNG_has_alpha_only_where_the_picture_has(byte alpha, byte colourType)
    {
        var grain = new Random(1);
        using var picture = new SKBitmap(
            new SKImageInfo(1300, 20, SKColorType.Rgba8888, alpha == 255 ? SKAlphaType.Opaque : SKAlphaType.Unpremul));
        picture.Pixels = [.. Enumerable.Range(0, 1300 * 20).Select(_ => new SKColor((byte)grain.Next(256), 0, 0, alpha))];
        using var file = picture.Encode(SKEncodedImageFormat.Png, 100);

        var png = PictureScaler.Scale(file.ToArray()).First(version => version.Extension == ".png");

        Assert.Equal((8, colourType), (png.Content[24], png.Content[25]));
    }

    [Fact]
    public void Colours_stay_what_they_are()
    {
        var halves = TestPicture.Of(
            1260, 100, (x, _) => x < 630 ? SKColors.Red : new SKColor(0, 0, 255, 128), SKEncodedImageFormat.Png, 100);

        foreach (var version in PictureScaler.Scale(halves).Where(version => version.Width == 630))
        {
            using var bitmap = SKBitmap.Decode(version.Content, new SKImageInfo(630, 50, SKColorType.Rgba8888, SKAlphaType.Unpremul));
            Assert.Equal((SKColors.Red, 128), (bitmap.GetPixel(100, 25), bitmap.GetPixel(600, 25).Alpha));
            Assert.InRange(bitmap.GetPixel(600, 25).Blue, 253, 255);
        }
    }

    [Fact]
    public void A_photograph_from_a_camera_on_its_side_is_turned()
    {
        var lying = TestPicture.Of(400, 1000, (_, y) => y < 500 ? SKColors.White : SKColors.Black, SKEncodedImageFormat.Jpeg, 100);
        byte[] exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*\0\0\0\u0008"u8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];

        // 6: its rows run from top to bottom, its columns from right to left
        var versions = PictureScaler.Scale([.. lying[..2], .. exif, .. lying[2..]]);

        using var bitmap = SKBitmap.Decode(Assert.Single(versions, version => version is { Width: 630, Extension: ".jpg" }).Content);
        Assert.Equal((630, 252), (bitmap.Width, bitmap.Height));
        Assert.True(bitmap.GetPixel(10, 100).Red < 20 && bitmap.GetPixel(620, 100).Red > 235);
    }

    [Theory]
    [InlineData("text", "it is no PNG or JPEG")]
    [InlineData("half", "it is corrupt or incomplete; save it again")]
    [InlineData("gif", "it is no PNG or JPEG")]
    public void What_cannot_be_read_is_named(string kind, string expected)
    {
        var file = kind switch
        {
            "half" => TestPicture.Photograph(800, 400, SKEncodedImageFormat.Png)[..5000],
            "gif" => [.. "GIF89a"u8, 10, 0, 3, 0, 0, 0, 0],
            _ => "no picture"u8.ToArray(),
        };

        Assert.Equal(expected, Assert.Throws<InvalidDataException>(() => PictureScaler.Scale(file)).Message);
    }

    [Fact]
    public void Versions_are_kept_by_what_made_them() => Assert.Equal("SkiaSharp 3.119.4.0, ImageSharp 2.1.13.0", PictureScaler.Library);

    private static (int Width, int Height) SizeOf(byte[] file)
    {
        using var bitmap = SKBitmap.Decode(file);
        return (bitmap.Width, bitmap.Height);
    }
}

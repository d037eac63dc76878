using System.Text;
using Glassy.Content;

namespace Glassy.Tests.Content;

public class PictureHeaderTests
{
    [Theory]
    [InlineData("89504E470D0A1A0A0000000D4948445200000102000000030800", 258, 3)]
    [InlineData("4749463839610A000300", 10, 3)]
    [InlineData("FFD8FFE000040000FFC0000B0800030102010111", 258, 3)]
    public void Sizes_of_pixel_pictures_are_read(string hex, int width, int height) =>
        Assert.Equal(new PictureSize(width, height), PictureHeader.SizeOf(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("<?xml version='1.0'?><svg xmlns='x' width=\"40px\" height='20.4'>", 40, 20)]
    [InlineData("<svg viewBox=\"0 -1 400 300\">", 400, 300)]
    public void Sizes_of_drawings_are_read(string text, int width, int height) =>
        Assert.Equal(new PictureSize(width, height), PictureHeader.SizeOf(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("")]
    [InlineData("89504E47")]
    [InlineData("FFD8FFE0FFFF")]
    [InlineData("00112233")]
    public void What_is_no_picture_has_no_size(string hex) => Assert.Null(PictureHeader.SizeOf(Convert.FromHexString(hex)));
}

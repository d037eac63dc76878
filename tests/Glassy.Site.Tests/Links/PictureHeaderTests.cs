using System.Text;
using Glassy.Links;

namespace Glassy.Tests.Links;

public class PictureHeaderTests
{
    [Theory]
    [InlineData("89504E470D0A1A0A0000000D4948445200000102000000030800", 258, 3)]
    [InlineData("4749463839610A000300", 10, 3)]
    [InlineData("FFD8FFE000040000FFC0000B0800030102010111", 258, 3)]
    [InlineData("52494646000000005745425056503820000000000000009D012A02010300", 258, 3)]
    [InlineData("5249464600000000574542505650384C000000002F01810000000000000000", 258, 3)]
    [InlineData("524946460000000057454250565038580A0000000000000001010002000000", 258, 3)]
    public void Sizes_of_pixel_pictures_are_read(string hex, int width, int height) =>
        Assert.Equal(new PictureSize(width, height), PictureHeader.SizeOf(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("49492A0008000000" + "0100" + "120103000100000006000000", 3, 258)]
    [InlineData("4D4D002A00000008" + "0002" + "010F000200000001000000000112000300000001" + "00080000", 3, 258)]
    [InlineData("4D4D002A00000008" + "0001" + "0112000300000001" + "00010000", 258, 3)]
    [InlineData("4D4D002A7FFFFFFF" + "0001" + "0112000300000001" + "00080000", 258, 3)]
    public void A_photograph_from_a_camera_on_its_side_is_as_high_as_its_rows_are_wide(string tiff, int width, int height)
    {
        var segment = "457869660000" + tiff;
        var photograph = $"FFD8FFE1{(segment.Length / 2) + 2:X4}{segment}FFC0000B0800030102010111";
        Assert.Equal(new PictureSize(width, height), PictureHeader.SizeOf(Convert.FromHexString(photograph)));
    }

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D49484452000000086163544C00000000", true)]
    [InlineData("89504E470D0A1A0A0000000D494844520000000849444154006163544C", false)]
    [InlineData("89504E470D0A1A0A", false)]
    public void A_PNG_that_moves_says_so_before_its_data(string hex, bool expected) =>
        Assert.Equal(expected, PictureHeader.IsAnimatedPng(Convert.FromHexString(hex)));

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

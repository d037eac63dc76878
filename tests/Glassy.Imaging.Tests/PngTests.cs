using System.Security.Cryptography;
using CsCheck;
using Glassy.Imaging;

namespace Glassy.Tests;

public sealed class PngTests
{
    private static readonly Gen<(ImageShape Shape, byte[] Pixels)> Pictures =
        from height in Gen.Int[1, 40]
        from width in Gen.Int[1, 40]
        from channels in Gen.Bool.Select(isColor => isColor ? 3 : 1)
        from pixels in Gen.Byte.Array[height * width * channels]
        select (new ImageShape(height, width, channels), pixels);

    [Fact]
    public void Encoding_and_decoding_gives_the_same_pixels() => Pictures.Sample(
        picture =>
        {
            var decoded = PictureDecoder.Decode(Png.Encode(picture.Pixels, picture.Shape), "x.png");
            var pixels = picture.Shape.Channels == 1 ? decoded.ToGrey(0) : decoded.ToRgb(0);
            return decoded.Height == picture.Shape.Height && decoded.Width == picture.Shape.Width
                && pixels.AsSpan().SequenceEqual(picture.Pixels);
        },
        iter: 300);

    [Fact]
    public void The_same_pixels_give_the_same_bytes() => Pictures.Sample(
        picture => Png.Encode(picture.Pixels, picture.Shape).AsSpan().SequenceEqual(Png.Encode(picture.Pixels, picture.Shape)),
        iter: 50);

    [Fact]
    public void Grey_is_written_as_eight_bit_grey()
    {
        var png = Png.Encode([0, 128, 255], new ImageShape(1, 3, 1));

        Assert.Equal([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], png[..8]);
        Assert.Equal([0, 0, 0, 3, 0, 0, 0, 1, 8, 0, 0, 0, 0], png[16..29]); // width, height, bit depth, colour type (ISO/IEC 15948, 11.2.2)
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(1, 5)]
    public void Pixels_of_another_shape_are_refused(int channels, int length) =>
        Assert.Throws<ArgumentException>(() => Png.Encode(new byte[length], new ImageShape(1, 1, channels)));

    /// <summary>What the pinned version of ImageSharp writes; another one is a new recipe of all that holds pictures.</summary>
    [Theory]
    [InlineData(128, 1, 0, "f348d637072e4f03")]
    [InlineData(129, 1, 0, "f04074efeb7bbc41")]
    [InlineData(28, 3, 2, "9b0a793d5e97ccf3")]
    public void The_bytes_are_those_of_the_pinned_library(int side, int channels, int type, string hash)
    {
        var shape = new ImageShape(side, side, channels);
        var png = Png.Encode([.. Enumerable.Range(0, shape.Length).Select(i => (byte)(i * i / 97 % 61 * 4))], shape);

        Assert.Equal((8, type), ((int)png[24], (int)png[25])); // bit depth, colour type
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(png))[..16]);
    }
}

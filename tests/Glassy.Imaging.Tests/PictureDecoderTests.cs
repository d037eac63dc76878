using System.Buffers.Binary;
using System.IO.Hashing;
using CsCheck;
using Glassy.Imaging;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Tiff;
using SixLabors.ImageSharp.Formats.Tiff.Constants;
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
        byte[] exif =
        [
            0xff, 0xe1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0
        ];
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
    [InlineData(new byte[0], "not a picture that can be read")]
    [InlineData(new byte[] { 0x47, 0x49, 0x46, 0x38, 0x37, 0x61 }, "a damaged GIF")]
    [InlineData(new byte[] { 0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69, 0x63 }, "HEIC pictures are not read")]
    public void Other_files_are_refused_by_what_they_are(byte[] content, string what)
    {
        var exception = Assert.Throws<InvalidDataException>(() => PictureDecoder.Decode(content, "data/x.png"));
        Assert.Equal($"data/x.png: {what}, expected PNG, JPEG, BMP, GIF, WebP, TIFF or PNM", exception.Message);
    }

    [Theory]
    [InlineData(100_000, 100_000)]
    [InlineData(65_536, 65_536)]
    [InlineData(1, int.MaxValue)]
    public void A_PNG_that_claims_more_pixels_than_fit_is_refused_before_memory_is_taken(int width, int height)
    {
        var png = Png.Encode(new byte[4], new ImageShape(2, 2, 1));
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc32.HashToUInt32(png.AsSpan(12, 17)));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var exception = Assert.Throws<InvalidDataException>(() => PictureDecoder.Decode(png, "data/7.png"));

        Assert.StartsWith("data/7.png: ", exception.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Theory]
    [InlineData(ImageFormat.Bmp)]
    [InlineData(ImageFormat.Gif)]
    [InlineData(ImageFormat.Webp)]
    [InlineData(ImageFormat.Tiff)]
    [InlineData(ImageFormat.Pbm)]
    [InlineData(ImageFormat.ProgressiveJpeg)]
    public void Every_format_is_read_by_its_content(ImageFormat format)
    {
        var file = FormatFixture.Encode(format);

        var picture = PictureDecoder.Decode(file, "x.dat");

        Assert.Equal((FormatFixture.Height, FormatFixture.Width), (picture.Height, picture.Width));
        Assert.Equal(
            new PictureFacts(new PixelSize(FormatFixture.Width, FormatFixture.Height), false), PictureDecoder.ReadHeader(file, "x.dat"));
        Assert.InRange(picture.Luma(0), 25, 35);
        Assert.InRange(picture.Luma((FormatFixture.Height * FormatFixture.Width) - 1), 205, 215);
    }

    [Fact]
    public void Deep_PNGs_of_every_kind_have_the_levels_that_were_written()
    {
        var random = new Random(1);
        foreach (var type in new[] { PngColorType.Grayscale, PngColorType.GrayscaleWithAlpha, PngColorType.Rgb, PngColorType.RgbWithAlpha })
        {
            foreach (var (interlace, filter) in from interlace in Enum.GetValues<PngInterlaceMode>()
                                                from filter in Enum.GetValues<PngFilterMethod>()
                                                select (
                interlace, filter))
            {
                var pixels = FormatFixture.Noise(13, 9, random, type is PngColorType.Grayscale or PngColorType.GrayscaleWithAlpha);
                var file = FormatFixture.Save(
                    pixels,
                    13,
                    9,
                    new PngEncoder { BitDepth = PngBitDepth.Bit16, ColorType = type, InterlaceMethod = interlace, FilterMethod = filter });

                var picture = PictureDecoder.Decode(file, "x.png");

                var isOpaque = type is PngColorType.Grayscale or PngColorType.Rgb;
                Assert.Equal(
                    pixels.SelectMany(pixel => new[]
                    {
                        (byte)(pixel.R >> 8),
                        (byte)(pixel.G >> 8),
                        (byte)(pixel.B >> 8),
                        isOpaque ? (byte)255 : (byte)(pixel.A >> 8)
                    }),
                    picture.Rgba);
            }
        }
    }

    [Theory]
    [InlineData(TiffCompression.None, TiffBitsPerPixel.Bit24, TiffPredictor.None)]
    [InlineData(TiffCompression.PackBits, TiffBitsPerPixel.Bit24, TiffPredictor.None)]
    [InlineData(TiffCompression.Lzw, TiffBitsPerPixel.Bit24, TiffPredictor.None)]
    [InlineData(TiffCompression.Lzw, TiffBitsPerPixel.Bit8, TiffPredictor.Horizontal)]
    [InlineData(TiffCompression.Deflate, TiffBitsPerPixel.Bit24, TiffPredictor.Horizontal)]
    [InlineData(TiffCompression.Deflate, TiffBitsPerPixel.Bit8, TiffPredictor.None)]
    public void TIFFs_of_every_packing_have_the_levels_that_were_written(
        TiffCompression compression,
        TiffBitsPerPixel bits,
        TiffPredictor predictor)
    {
        var pixels = FormatFixture.Noise(150, 90, new Random(2), isGrey: bits == TiffBitsPerPixel.Bit8);
        var file = FormatFixture.Save(
            pixels, 150, 90, new TiffEncoder { Compression = compression, BitsPerPixel = bits, HorizontalPredictor = predictor });

        var picture = PictureDecoder.Decode(file, "x.tif");

        Assert.All(pixels.Zip(picture.Rgba.Chunk(4)), pair => Assert.InRange((pair.First.R / 257.0) - pair.Second[0], -1, 1));
    }

    [Theory]
    [InlineData("P1 3 2 # bits\n101\n0 1 0", new byte[] { 0, 255, 0, 255, 0, 255 })]
    [InlineData("P2\n# made by hand\n3 1\n4\n0 2 4\n", new byte[] { 0, 127, 255 })]
    [InlineData("P5 2 1 255\n0Z", new byte[] { 48, 90 })]
    [InlineData("P4 9 1\n\u0001\u0000", new byte[] { 255, 255, 255, 255, 255, 255, 255, 0, 255 })]
    public void PNMs_of_text_and_bytes_are_read(string file, byte[] levels) =>
        Assert.Equal(levels, PictureDecoder.Decode(System.Text.Encoding.Latin1.GetBytes(file), "x.pgm").ToGrey(0));

    [Fact]
    public void A_JPEG_of_four_inks_has_the_colours_that_it_prints()
    {
        var picture = PictureDecoder.Decode(FormatFixture.Cmyk(), "x.jpg");

        Assert.Equal(255, picture.Rgba[3]);
        Assert.InRange(picture.Rgba[0], 0, 40);     // cyan ink takes the red
        Assert.InRange(picture.Rgba[1], 215, 255);
        Assert.InRange(picture.Rgba[2], 215, 255);
    }

    [Theory]
    [InlineData(ImageFormat.Png)]
    [InlineData(ImageFormat.Tiff)]
    public void Sixteen_bits_of_which_few_are_used_are_stretched_by_those(ImageFormat format)
    {
        var levels = Enumerable.Range(0, 84).Select(i => (ushort)(i * 21)).ToArray(); // up to 1743: 11 bits
        var file = FormatFixture.Deep(levels, format);

        var picture = PictureDecoder.Decode(file, "x.png");

        Assert.True(PictureDecoder.ReadHeader(file, "x.png").IsDeep);
        Assert.Equal(11, PictureDecoder.BitsOf(file, "x.png"));
        Assert.Equal(84, picture.ToGrey(0).Distinct().Count());
        Assert.Equal(levels.Select(level => (byte)Math.Round(level * 255 / 2047.0, MidpointRounding.AwayFromZero)), picture.ToGrey(0));
        Assert.Equal(
            levels.Select(level => (byte)Math.Round(level * 255 / 4095.0, MidpointRounding.AwayFromZero)),
            PictureDecoder.Decode(file, "x.png", bits: 12).ToGrey(0));
    }

    [Fact]
    public void Sixteen_bits_that_are_all_used_give_their_upper_byte()
    {
        ushort[] levels = [0, 255, 256, 0x1234, 0x80ff, 65535];
        Assert.Equal([0, 0, 1, 0x12, 0x80, 255], PictureDecoder.Decode(FormatFixture.Deep(levels, ImageFormat.Png), "x.png").ToGrey(0));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(0x8000_0000u)]
    [InlineData(uint.MaxValue)]
    public void A_TIFF_of_no_or_impossibly_many_levels_a_pixel_is_damaged(uint samples)
    {
        const int samplesPerPixel = 277;
        var file = FormatFixture.Encode(ImageFormat.Tiff);
        var fields = BitConverter.ToInt32(file, 4);
        var field = Enumerable.Range(0, BitConverter.ToUInt16(file, fields))
            .Select(i => fields + 2 + (12 * i))
            .Single(at => BitConverter.ToUInt16(file, at) == samplesPerPixel);
        BitConverter.TryWriteBytes(file.AsSpan(field + 2), (ushort)4); // a number of four bytes
        BitConverter.TryWriteBytes(file.AsSpan(field + 8), samples);

        Assert.StartsWith(
            "data/x.tif: ",
            Assert.Throws<InvalidDataException>(() => PictureDecoder.Decode(file, "data/x.tif")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_file_gives_a_picture_or_one_sentence()
    {
        byte[][] files = [.. Enum.GetValues<ImageFormat>().Select(FormatFixture.Encode), FormatFixture.Deep(
            [1, 2, 3, 4], ImageFormat.Png), FormatFixture.Deep([1, 2, 3, 4], ImageFormat.Tiff), FormatFixture.Cmyk(), ..
            new[] { TiffCompression.Lzw, TiffCompression.PackBits }.Select(packing => FormatFixture.Save(
                FormatFixture.Noise(9, 7, new Random(3), isGrey: false), 9, 7, new TiffEncoder { Compression = packing }))];
        Gen.Select(
            Gen.Int[0, files.Length - 1].Select(index => files[index]),
            Gen.Int[0, 400],
            Gen.Select(Gen.Int[0, 100_000], Gen.Byte).Array[0, 4]).Sample((file, cut, flips) =>
        {
            var damaged = file[..Math.Max(0, file.Length - cut)];
            foreach (var (at, value) in damaged.Length > 0 ? flips : [])
            {
                damaged[at % damaged.Length] ^= value;
            }

            try
            {
                var picture = PictureDecoder.Decode(damaged, "data/x.png");
                return picture.Rgba.Length == 4L * picture.Height * picture.Width;
            }
            catch (InvalidDataException exception)
            {
                Assert.Matches("^data/x.png: [^\n]+$", exception.Message);
                return true;
            }
        }, iter: 3000, threads: 1);
    }

    private static byte[] Encode(SKBitmap bitmap, SKEncodedImageFormat format)
    {
        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }
}

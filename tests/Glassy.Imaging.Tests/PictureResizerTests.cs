using CsCheck;
using Glassy.Imaging;

namespace Glassy.Tests;

public sealed class PictureResizerTests
{
    [Fact]
    public void Downwards_each_pixel_is_the_mean_of_its_area()
    {
        var picture = Grey(4, 4, (x, y) => (16 * y) + x);
        // Mean of the four pixels of each quarter: 16·(y + 0.5) + x + 0.5, rounded up.
        Assert.Equal([9, 11, 41, 43], PictureResizer.Resize(picture, 1, 255, new PixelSize(2, 2), PictureFit.Stretch));
    }

    [Fact]
    public void It_has_the_levels_that_the_resampler_gives()
    {
        var pictures = Gen.Select(Gen.Int[1, 9], Gen.Int[1, 9], Gen.Int[1, 9], Gen.Int[1, 9], Gen.Byte.Array[81 * 4]);
        pictures.Sample((width, height, newWidth, newHeight, noise) =>
        {
            var rgba = noise[..(4 * width * height)];
            for (var i = 3; i < rgba.Length; i += 4)
            {
                rgba[i] = 255;
            }

            var picture = new DecodedPicture(height, width, rgba);
            var expected = Resampler.Resize(picture.ToRgb(0), new ImageShape(height, width, 3), new ImageShape(newHeight, newWidth, 3));
            var actual = PictureResizer.Resize(picture, 3, 0, new PixelSize(newWidth, newHeight), PictureFit.Stretch);
            Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second - pair.First, -1, 1));
        });
    }

    [Fact]
    public void Padded_pictures_are_whole_with_the_mean_of_their_border_around()
    {
        var picture = Grey(4, 2, (x, _) => x < 2 ? 0 : 100);
        Assert.Equal(
            [50, 50, 50, 50, 0, 0, 100, 100, 0, 0, 100, 100, 50, 50, 50, 50],
            PictureResizer.Resize(picture, 1, 255, new PixelSize(4, 4), PictureFit.Pad));
    }

    [Fact]
    public void Cropped_pictures_are_the_middle_of_theirs()
    {
        var picture = Grey(6, 2, (x, _) => 10 * x);
        Assert.Equal([20, 30, 20, 30], PictureResizer.Resize(picture, 1, 255, new PixelSize(2, 2), PictureFit.Crop));
    }

    [Fact]
    public void What_is_transparent_shows_the_background()
    {
        var picture = new DecodedPicture(1, 2, [0, 0, 0, 0, 0, 0, 0, 255]);
        Assert.Equal([100], PictureResizer.Resize(picture, 1, 200, new PixelSize(1, 1), PictureFit.Stretch));
    }

    private static DecodedPicture Grey(int width, int height, Func<int, int, int> level) => new(height, width,
    [
        .. from y in Enumerable.Range(0, height)
           from x in Enumerable.Range(0, width)
           let value = (byte)level(x, y)
           from channel in new[] { value, value, value, (byte)255 }
           select channel,
    ]);
}

using Glassy.Augmentation;
using Glassy.Imaging;
using Glassy.Tests.Preprocessing;

namespace Glassy.Tests.Augmentation;

public sealed class PictureWarpTests
{
    private const string Corner = """
        ##...
        #....
        .....
        .....
        .....
        """;

    [Theory]
    [InlineData(1, 2)]
    [InlineData(-1, 0)]
    [InlineData(0, -3)]
    [InlineData(4, 4)]
    [InlineData(0, 0)]
    public void A_shift_by_whole_pixels_moves_them_and_is_what_the_warp_makes(int down, int right)
    {
        var shape = new ImageShape(5, 6, 2);
        byte[] picture = [.. Enumerable.Range(0, shape.Length).Select(i => (byte)(i * 7))];
        byte[] ground = [200, 100];
        var placement = new Placement(down, right, 0, 1);
        var moved = new byte[shape.Length];

        PictureWarp.Shift(picture, shape, ground, placement, moved);

        for (var i = 0; i < shape.Length; i++)
        {
            var (y, x, channel) = ((i / 12) - down, (i / 2 % 6) - right, i % 2);
            Assert.Equal(y is >= 0 and < 5 && x is >= 0 and < 6 ? picture[(((y * 6) + x) * 2) + channel] : ground[channel], moved[i]);
        }

        Assert.Equal(moved, Warp(picture, shape, ground, placement));
    }

    [Fact]
    public void A_quarter_turn_is_clockwise_about_the_middle()
    {
        var (pixels, shape) = Drawn.Read(Corner);
        var turned = Drawn.Read("""
            ...##
            ....#
            .....
            .....
            .....
            """);
        Assert.Equal(turned.Pixels, Warp(pixels, shape, [0], new Placement(0, 0, 90, 1)));
    }

    [Fact]
    public void Twice_as_large_it_grows_about_the_middle()
    {
        var (pixels, shape) = Drawn.Read("""
            .....
            .....
            ..#..
            .....
            .....
            """);
        // halfway between pixels
        byte[] expected = [0, 0, 0, 0, 0, 0, 64, 128, 64, 0, 0, 128, 255, 128, 0, 0, 64, 128, 64, 0, 0, 0, 0, 0, 0];
        Assert.Equal(expected, Warp(pixels, shape, [0], new Placement(0, 0, 0, 2)));
    }

    [Fact]
    public void A_bend_takes_each_pixel_from_elsewhere()
    {
        var shape = new ImageShape(1, 3, 1);
        Assert.Equal([20, 25, 99], Warp([10, 20, 30], shape, [99], new Placement(0, 0, 0, 1), [0, 0, 0, 1, 0.5f, 1]));
    }

    private static byte[] Warp(byte[] picture, ImageShape shape, byte[] ground, Placement placement, float[]? bend = null)
    {
        var made = new byte[shape.Length];
        PictureWarp.Apply(picture, shape, ground, placement, bend, made);
        return made;
    }
}

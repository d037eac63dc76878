using Glassy.Imaging;
using Glassy.Pictures;

namespace Glassy.Tests.Pictures;

public sealed class SaliencyOverlayTests
{
    [Fact]
    public void Where_nothing_matters_the_picture_is_dimmed_and_where_all_does_it_is_orange() =>
        Assert.Equal([110, 110, 110, 255, 122, 46], SaliencyOverlay.Draw([200, 200], new ImageShape(1, 2, 1), [0, 1]));

    [Fact]
    public void A_colour_picture_lies_below_in_grey() =>
        Assert.Equal([42, 42, 42], SaliencyOverlay.Draw([255, 0, 0], new ImageShape(1, 1, 3), [0]));

    [Fact]
    public void Inputs_are_drawn_from_zero_to_their_largest() =>
        Assert.Equal([0, 0, 0, 128, 128, 128, 255, 255, 255], SaliencyOverlay.DrawInputs([0, .2f, .4f], new ImageShape(1, 3, 1)));

    [Fact]
    public void An_empty_picture_stays_black() =>
        Assert.Equal([0, 0, 0], SaliencyOverlay.DrawInputs([0, 0, 0], new ImageShape(1, 1, 3)));
}

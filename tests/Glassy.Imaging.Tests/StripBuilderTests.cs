using CsCheck;
using Glassy.Imaging;

namespace Glassy.Tests;

public sealed class StripBuilderTests
{
    [Fact]
    public void Groups_share_a_strip_until_the_next_does_not_fit() =>
        Assert.Equal(
            [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (1, 3)],
            StripBuilder.Arrange([2, 1, 3, 0, 1], 1000).Select(place => (place.Strip, place.Tile)));

    [Fact]
    public void A_group_too_long_for_one_strip_begins_its_own() =>
        Assert.Equal(
            [(0, 0), (1, 0), (1, 1), (2, 0), (2, 1)],
            StripBuilder.Arrange([1, 3, 1], 2000).Select(place => (place.Strip, place.Tile)));

    [Fact]
    public void No_strip_is_too_wide_and_no_group_is_split_that_fits() =>
        Gen.Select(Gen.Int[0, 40].Array[0, 12], Gen.Int[1, 5000]).Sample((groups, width) =>
        {
            var capacity = Math.Max(1, 4096 / width);
            var places = StripBuilder.Arrange(groups, width);
            var start = 0;
            foreach (var size in groups)
            {
                var strips = places.Skip(start).Take(size).Select(place => place.Strip).Distinct().Count();
                Assert.True(size == 0 || size > capacity || strips == 1);
                start += size;
            }

            return places.Count == groups.Sum()
                && places.Distinct().Count() == places.Count
                && places.All(place => place.Tile < capacity);
        });

    [Fact]
    public void Tiles_stand_side_by_side()
    {
        var shape = new ImageShape(2, 1, 3);
        byte[] first = [1, 2, 3, 4, 5, 6];
        byte[] second = [7, 8, 9, 10, 11, 12];

        var strip = PictureDecoder.Decode(StripBuilder.Draw([first, second], shape), "strip.png");

        Assert.Equal((2, 2), (strip.Height, strip.Width));
        Assert.Equal([1, 2, 3, 7, 8, 9, 4, 5, 6, 10, 11, 12], strip.ToRgb(0));
    }
}

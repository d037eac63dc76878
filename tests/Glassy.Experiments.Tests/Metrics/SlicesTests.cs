using Glassy.Datasets;
using Glassy.Metrics;

namespace Glassy.Tests.Metrics;

public sealed class SlicesTests
{
    [Fact]
    public void The_worst_come_first_and_of_equal_ones_the_larger()
    {
        var slices = Of(1, ("a", true), ("b", false), ("a", true), ("c", true), ("b", true), ("d", false), ("c", true), ("c", true));

        Assert.Equal([new("d", new Proportion(0, 1)), new("b", new Proportion(1, 2)), new("c", new Proportion(3, 3)), new("a", new Proportion(2, 2))], slices.All);
        Assert.Equal((0, 0, 0, false), (slices.Small, slices.SmallPictures, slices.Unknown, slices.AreRanges));
    }

    [Fact]
    public void Small_ones_and_pictures_of_which_nothing_is_known_are_counted()
    {
        var slices = Of(2, ("a", true), ("a", false), ("b", false), ("c", true), ("", false), (" ", true));

        Assert.Equal(new Slice("a", new Proportion(1, 2)), Assert.Single(slices.All));
        Assert.Equal((2, 2, 2), (slices.Small, slices.SmallPictures, slices.Unknown));
    }

    [Fact]
    public void Many_numbers_are_taken_in_four_ranges_and_equal_ones_stay_together()
    {
        var slices = Of(1, [.. Enumerable.Range(0, 20).Select(i => ($"{(i < 7 ? 1 : i)}", i % 2 == 0))]);

        Assert.True(slices.AreRanges);
        Assert.Equal(["1", "15 … 19", "7 … 9", "10 … 14"], slices.All.OrderByDescending(slice => slice.Accuracy.Total).ThenByDescending(slice => slice.Value).Select(slice => slice.Value).OrderBy(Order));
        Assert.Equal(20, slices.All.Sum(slice => slice.Accuracy.Total));

        static int Order(string value) => Array.IndexOf(["1", "15 … 19", "7 … 9", "10 … 14"], value);
    }

    [Fact]
    public void Few_numbers_are_taken_one_by_one() =>
        Assert.Equal(["2", "10"], Of(1, ("10", true), ("2", false)).All.Select(slice => slice.Value));

    private static Slices Of(int least, params (string Value, bool IsCorrect)[] pictures) => Slices.Of(
        new PictureTrait("device", [.. pictures.Select(picture => picture.Value)]),
        [.. pictures.Select((picture, i) => new Prediction(i, 0, picture.IsCorrect ? 0 : 1, []))],
        least);
}

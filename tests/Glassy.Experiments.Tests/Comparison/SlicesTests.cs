using System.Globalization;
using Glassy.Comparison;
using Glassy.Datasets;
using Glassy.Metrics;

namespace Glassy.Tests.Comparison;

public sealed class SlicesTests
{
    [Fact]
    public void The_worst_come_first_and_of_equal_ones_the_larger()
    {
        var slices = Of(1, ("a", true), ("b", false), ("a", true), ("c", true), ("b", true), ("d", false), ("c", true), ("c", true));

        Assert.Equal(
            [("d", new Proportion(0, 1)), ("b", new Proportion(1, 2)), ("c", new Proportion(3, 3)), ("a", new Proportion(2, 2))],
            slices.All.Select(slice => (slice.Value, slice.Accuracy)));
        Assert.Equal((0, 0, 0, false), (slices.Small, slices.SmallPictures, slices.Unknown, slices.AreRanges));
    }

    [Fact]
    public void Small_ones_and_pictures_of_which_nothing_is_known_are_counted()
    {
        var slices = Of(2, ("a", true), ("a", false), ("b", false), ("c", true), ("", false), (" ", true));

        Assert.Equal(("a", new Proportion(1, 2)), (Assert.Single(slices.All).Value, slices.All[0].Accuracy));
        Assert.Equal((2, 2, 2), (slices.Small, slices.SmallPictures, slices.Unknown));
    }

    [Fact]
    public void Many_numbers_are_taken_in_four_ranges_and_equal_ones_stay_together()
    {
        var slices = Of(1, [.. Enumerable.Range(0, 20).Select(i => ($"{(i < 7 ? 1 : i)}", i % 2 == 0))]);

        Assert.True(slices.AreRanges);
        Assert.Equal([("1", 7), ("7 … 9", 3), ("10 … 14", 5), ("15 … 19", 5)], ByNumber(slices));
    }

    [Fact]
    public void Equal_numbers_that_fill_more_than_a_quarter_leave_fewer_ranges()
    {
        var slices = Of(1, [.. Enumerable.Range(0, 600).Select(_ => ("0", true)), .. Enumerable.Range(1, 400).Select(i => ($"{i}", true))]);

        Assert.Equal([("0", 600), ("1 … 150", 150), ("151 … 400", 250)], ByNumber(slices));
    }

    [Fact]
    public void The_numbers_of_a_group_are_names()
    {
        string[] patients = [.. Enumerable.Range(0, 60).Select(i => $"{i % 20}")];
        var slices = Slices.Of(new PictureTrait("group", patients), [.. patients.Select((_, i) => new Prediction(i, 0, 0, []))], 1);

        Assert.False(slices.AreRanges);
        Assert.Equal(20, slices.All.Count);
    }

    private static IEnumerable<(string Value, int Pictures)> ByNumber(Slices slices) => slices.All
        .Select(slice => (slice.Value, slice.Accuracy.Total))
        .OrderBy(slice => double.Parse(slice.Value.Split(' ')[0], CultureInfo.InvariantCulture));

    [Fact]
    public void Few_numbers_are_taken_one_by_one() =>
        Assert.Equal(["2", "10"], Of(1, ("10", true), ("2", false)).All.Select(slice => slice.Value));

    /// <summary>Fisher's tea: [[3, 1], [1, 3]] has p = 34/70; with two slices Holm doubles the smaller of two equal ones.</summary>
    [Fact]
    public void Each_is_tested_against_all_others_and_corrected_for_how_many_there_are()
    {
        var tea = Of(
            1, ("milk", true), ("milk", true), ("milk", true), ("milk", false), ("tea", true), ("tea", false), ("tea", false),
            ("tea", false));

        Assert.All(tea.All, slice => Assert.Equal(2 * 34 / 70.0, slice.P, 1e-12));
    }

    /// <summary>
    /// R's fisher.test, examples of its manual: convictions of like-sex twins (2 of 17 against 10 of 13, p = 0.0005367). Alone in its
    /// attribute, with the rest unknown, a slice is not corrected.
    /// </summary>
    [Fact]
    public void A_difference_that_is_no_chance_has_a_small_p()
    {
        var pictures = Enumerable.Range(0, 17).Select(i => ("x", i < 2)).Concat(Enumerable.Range(0, 13).Select(i => ("", i < 10)));

        Assert.Equal(0.0005367, Assert.Single(Of(1, [.. pictures]).All).P, 1e-7);
    }

    [Fact]
    public void Where_all_are_alike_nothing_is_shown_to_differ() =>
        Assert.All(Of(1, ("a", true), ("b", true), ("a", true)).All, slice => Assert.Equal(1, slice.P));

    private static Slices Of(int least, params (string Value, bool IsCorrect)[] pictures) => Slices.Of(
        new PictureTrait("device", [.. pictures.Select(picture => picture.Value)]),
        [.. pictures.Select((picture, i) => new Prediction(i, 0, picture.IsCorrect ? 0 : 1, []))],
        least);
}

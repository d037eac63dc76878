using Glassy.Metrics;
using Glassy.Pictures;

namespace Glassy.Tests.Pictures;

public sealed class ShownMistakesTests
{
    [Fact]
    public void All_that_a_page_can_hold_are_shown_in_test_order_and_what_is_right_is_not() => Assert.Equal(
        [1, 2, 4],
        ShownMistakes.Of([Answer(4, 0, 1), Answer(0, 1, 1), Answer(2, 2, 1), Answer(1, 0, 1)]).Select(mistake => mistake.Index));

    [Fact]
    public void Of_too_many_as_many_of_each_confusion_as_fit_its_first_ones()
    {
        // One confusion of 5,000 pictures, one of 900 and one of 10: 2,000 places less three headings.
        Prediction[] mistakes =
        [
            .. Enumerable.Range(0, 5910).Select(i => i < 5000 ? Answer(i, 0, 1) : i < 5900 ? Answer(i, 1, 0) : Answer(i, 2, 0))
        ];

        var shown = ShownMistakes.Of(mistakes);

        Assert.Equal([.. Enumerable.Range(0, 1087)], shown.Where(mistake => mistake.Label == 0).Select(mistake => mistake.Index));
        Assert.Equal((900, 10), (shown.Count(mistake => mistake.Label == 1), shown.Count(mistake => mistake.Label == 2)));
    }

    [Fact]
    public void Of_too_many_confusions_one_picture_each_of_the_most_frequent()
    {
        // 1,500 confusions of one picture, and after them 500 of two.
        Prediction[] mistakes =
        [
            .. Enumerable.Range(0, 2500).Select(i => i < 1500 ? Answer(i, i, i + 1) : Answer(i, 1500 + ((i - 1500) % 500), 0))
        ];

        var shown = ShownMistakes.Of(mistakes);

        Assert.Equal([.. Enumerable.Range(0, 500), .. Enumerable.Range(1500, 500)], shown.Select(mistake => mistake.Index));
    }

    private static Prediction Answer(int index, int label, int predicted) => new(index, label, predicted, []);
}

using Glassy.Comparison;
using Glassy.Metrics;
using static Glassy.Tests.Comparison.SamplePredictions;

namespace Glassy.Tests.Comparison;

public sealed class PairedPredictionsTests
{
    private static readonly Prediction[] First = [Say(9, 0, 0), Say(4, 1, 1), Say(7, 2, 0), Say(2, 0, 1), Say(1, 0, 0)];

    [Fact]
    public void Pictures_are_counted_by_who_is_right_and_listed_by_index()
    {
        var pair = PairedPredictions.Of(First, [Say(9, 0, 1), Say(4, 1, 1), Say(7, 2, 2), Say(2, 0, 2), Say(1, 0, 2)]);
        Assert.Equal(new PairedCounts(BothRight: 1, Broken: 2, Repaired: 1, BothWrong: 1), pair.Counts);
        Assert.Equal((5, 3, 3, 2), (pair.Counts.Total, pair.Counts.Discordant, pair.Counts.CorrectA, pair.Counts.CorrectB));
        Assert.Equal([1, 9], pair.Broken);
        Assert.Equal([7], pair.Repaired);
        Assert.Equal(new PairedCounts(0, 2, 0, 1), pair.CountsOf(0));
        Assert.Equal(new PairedCounts(0, 0, 1, 0), pair.CountsOf(2));
    }

    [Fact]
    public void The_first_picture_that_differs_is_named()
    {
        Assert.StartsWith(
            "Picture 7 has label 2 in the first run and 1 in the second. Runs are compared on the same pictures",
            Message([First[0], First[1], Say(7, 1, 0), Say(2, 1, 1), First[4]]),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Where the first run has picture 4, the second has picture 7.",
            Message([First[0], First[2], First[1], First[3], First[4]]),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Picture 2 has 3 classes in the first run and 4 in the second, expected 3.",
            Message([First[0], First[1], First[2], Say(2, 0, 1, classes: 4), First[4]]),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_pictures_and_none_are_refused()
    {
        Assert.StartsWith(
            "The first run has 5 predictions and the second 2, expected as many", Message([First[0], First[1]]), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PairedPredictions.Of([], []));
    }

    private static string Message(IReadOnlyList<Prediction> second) =>
        Assert.Throws<ArgumentException>(() => PairedPredictions.Of(First, second)).Message;
}

using Glassy.Comparison;
using static Glassy.Tests.Comparison.SamplePredictions;

namespace Glassy.Tests.Comparison;

public sealed class TwoLevelBootstrapTests
{
    /// <summary>
    /// NumPy 1.24: the same predictions (runs s and s + 4 for seeds 1, 2 and 5), 1,000 samples by SplitMix64 from seed 7, each of 60
    /// pictures and then 3 seeds, numpy.quantile(means, [0.025, 0.975]).
    /// </summary>
    [Fact]
    public void Seeds_and_pictures_are_drawn_as_another_program_does()
    {
        var found = TwoLevelBootstrap.Of(
            new Dictionary<int, PairedPredictions> { [5] = Pair(5, 9), [1] = Pair(1, 5), [2] = Pair(2, 6) }, new Resampling(1000, 7));
        Assert.Equal([1, 2, 5], found.Seeds);
        Assert.Equal(60, found.Pictures);
        Assert.Equal(-2.0 / 180, found.Difference, 12);
        Assert.Equal(-0.15, found.Interval!.Low, 8);
        Assert.Equal(0.16111111, found.Interval.High, 8);
    }

    /// <summary>
    /// Each seed repairs one and the same half of the pictures, or none: over seeds alone 100 pictures would be as good as all.
    /// </summary>
    [Fact]
    public void The_chance_of_pictures_is_held_where_seeds_agree()
    {
        var alike = Enumerable.Range(0, 100).Select(i => (A: Say(i, 0, 1), B: Say(i, 0, i % 2))).ToArray();
        var pair = PairedPredictions.Of([.. alike.Select(p => p.A)], [.. alike.Select(p => p.B)]);
        var found = TwoLevelBootstrap.Of(new Dictionary<int, PairedPredictions> { [1] = pair, [2] = pair, [3] = pair }, Resampling.Default);
        Assert.Equal(0.5, found.Difference);
        Assert.InRange(found.Interval!.Low, 0.38, 0.42); // 0.5 − 1.96·√(0.25/100)
        Assert.InRange(found.Interval.High, 0.58, 0.62);
    }

    [Fact]
    public void One_seed_has_no_interval_and_none_is_refused()
    {
        Assert.Equal((-1.0 / 60, null), (One(Pair(0, 1)).Difference, One(Pair(0, 1)).Interval));
        Assert.Throws<ArgumentException>(() => TwoLevelBootstrap.Of(new Dictionary<int, PairedPredictions>(), Resampling.Default));
    }

    [Fact]
    public void Seeds_tried_on_other_pictures_are_refused()
    {
        var other = PairedPredictions.Of([Say(0, 1, 1)], [Say(0, 1, 1)]);
        Assert.Throws<ArgumentException>(() => TwoLevelBootstrap.Of(
            new Dictionary<int, PairedPredictions> { [1] = Pair(0, 1), [2] = other }, Resampling.Default));
    }

    private static TwoLevelBootstrap One(PairedPredictions pair) =>
        TwoLevelBootstrap.Of(new Dictionary<int, PairedPredictions> { [1] = pair }, Resampling.Default);
}

using Glassy.Comparison;
using Glassy.Metrics;

namespace Glassy.Tests.Comparison;

public sealed class SeedTests
{
    /// <summary>Hours of sleep gained by ten patients with two drugs (Student 1908; R's `sleep`).</summary>
    private static readonly Dictionary<int, double> Drug1 = ByNumber(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
    private static readonly Dictionary<int, double> Drug2 = ByNumber(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);

    /// <summary>R 4.2: mean, sd and t.test(c(0.9759, 0.9741, 0.9767, 0.9752, 0.9748))$conf.int.</summary>
    [Fact]
    public void Five_accuracies_have_the_interval_of_another_program_in_any_order()
    {
        double[] values = [0.9759, 0.9741, 0.9767, 0.9752, 0.9748];
        var summary = SeedSummary.Of(values);
        Assert.Equal(5, summary.Count);
        Assert.Equal(0.975340000000, summary.Mean, 12);
        Assert.Equal(0.001001498877, summary.StandardDeviation!.Value, 12);
        Assert.Equal(0.974096474901, summary.Interval!.Low, 12);
        Assert.Equal(0.976583525099, summary.Interval.High, 12);
        Assert.Equal(SeedSummary.Of([0.1, 0.2, 0.3]), SeedSummary.Of([0.3, 0.2, 0.1])); // sums that differ in the last bit
    }

    /// <summary>Of two seeds the t interval of a share would often be wider than shares can be.</summary>
    [Fact]
    public void An_interval_of_shares_ends_at_0_and_1_and_seeds_that_are_alike_have_none()
    {
        Assert.Equal(new Interval(0, 1), SeedSummary.OfShares([0.4, 0.6]).Interval);
        Assert.Equal(SeedSummary.Of([0.96, 0.97, 0.965]), SeedSummary.OfShares([0.96, 0.97, 0.965]));
        Assert.Null(SeedSummary.OfShares([0.5, 0.5, 0.5]).Interval);
        Assert.Null(SeedSummary.OfShares([0.5]).Interval);
    }

    [Fact]
    public void One_seed_shows_nothing_of_the_others_and_none_is_refused()
    {
        Assert.Equal(new SeedSummary(1, 0.97, null, null), SeedSummary.Of([0.97]));
        Assert.Throws<ArgumentException>(() => SeedSummary.Of([]));
    }

    /// <summary>R 4.2: t.test(sleep$extra[11:20], sleep$extra[1:10], paired = TRUE).</summary>
    [Fact]
    public void Students_own_data_give_the_paired_t_test()
    {
        var paired = PairedSeeds.Of(Drug1, Drug2);
        Assert.Equal(1.58, paired.Summary.Mean, 12);
        Assert.Equal(0.700114236723, paired.Summary.Interval!.Low, 10);
        Assert.Equal(2.459885763277, paired.Summary.Interval.High, 10);
        Assert.Equal(0.00283289019738, paired.P!.Value, 12);
        Assert.Equal((-1.58, paired.P), (Math.Round(PairedSeeds.Of(Drug2, Drug1).Summary.Mean, 12), PairedSeeds.Of(Drug2, Drug1).P));
    }

    [Fact]
    public void Seeds_are_paired_by_number_and_those_without_a_partner_are_named()
    {
        var paired = PairedSeeds.Of(
            new Dictionary<int, double> { [5] = 0.5, [1] = 0.25, [2] = 0.75 },
            new Dictionary<int, double> { [9] = 0, [1] = 0.5, [5] = 0.25 });
        Assert.Equal([1, 5], paired.Seeds);
        Assert.Equal([0.25, -0.25], paired.Differences);
        Assert.Equal([2, 9], paired.Unpaired);
        Assert.Equal((0, 1), (paired.Summary.Mean, paired.P));
    }

    [Fact]
    public void One_pair_has_no_p_none_is_refused_and_nothing_is_known_from_equal_differences()
    {
        var one = PairedSeeds.Of(ByNumber(0.5), ByNumber(0.75));
        Assert.Equal((0.25, null, null), (one.Summary.Mean, one.Summary.Interval, one.P));
        Assert.StartsWith(
            "The recipes have no seed in common: 0 and 4;",
            Assert.Throws<ArgumentException>(() => PairedSeeds.Of(ByNumber(1), new Dictionary<int, double> { [4] = 1 })).Message,
            StringComparison.Ordinal);
        var equal = PairedSeeds.Of(ByNumber(0.97, 0.96), ByNumber(0.98, 0.97)); // alike but for the last bits
        Assert.Equal((null, 0.0, null), (equal.P, equal.Summary.StandardDeviation, equal.Summary.Interval));
    }

    private static Dictionary<int, double> ByNumber(params double[] values) =>
        values.Index().ToDictionary(entry => entry.Index, entry => entry.Item);
}

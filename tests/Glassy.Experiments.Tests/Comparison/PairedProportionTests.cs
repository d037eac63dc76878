using CsCheck;
using Glassy.Comparison;
using Glassy.Metrics;

namespace Glassy.Tests.Comparison;

public sealed class PairedProportionTests
{
    /// <summary>
    /// The data of Fagerland, Lydersen and Laake 2014 (Bentur et al. 2009; Cavo et al. 2012): Tango_asymptotic_score_CI_paired_2x2 of
    /// contingencytables, the R package of Fagerland's book.
    /// </summary>
    [Theory]
    [InlineData(1, 7, 1, 12, -0.286, -0.517, -0.026)]
    [InlineData(59, 16, 6, 80, -0.062, -0.124, -0.005)]
    public void The_interval_is_Tangos_as_published(
        int right, int broken, int repaired, int wrong, double difference, double low, double high)
    {
        var paired = new PairedProportion(new PairedCounts(right, broken, repaired, wrong));
        Assert.Equal(difference, Math.Round(paired.Difference, 3));
        Assert.Equal(new Interval(low, high), new Interval(Math.Round(paired.Interval.Low, 3), Math.Round(paired.Interval.High, 3)));
    }

    /// <summary>SciPy 1.10: brentq of Tango's statistic minus and plus 1.959963984540054.</summary>
    [Theory]
    [InlineData(6, 16, 161, -0.1240234325, -0.0054333957)]
    [InlineData(4, 11, 500, -0.0319752516, 0.0013457247)]
    [InlineData(45, 60, 10_000, -0.0035689025, 0.0005176440)]
    [InlineData(200, 10, 1000, 0.1650405042, 0.2167892336)]
    [InlineData(150, 100, 10_000, 0.0019157091, 0.0081543115)]
    public void The_ends_are_where_another_program_finds_them(int repaired, int broken, int total, double low, double high)
    {
        var interval = Of(broken, repaired, total).Interval;
        Assert.Equal(low, interval.Low, 1e-9);
        Assert.Equal(high, interval.High, 1e-9);
    }

    [Fact]
    public void Without_discordant_pictures_it_still_says_what_so_few_can_hide()
    {
        const double Far = 3.841458820694124 / (44 + 3.841458820694124); // z²/(N + z²)
        var interval = Of(0, 0, 44).Interval;
        Assert.Equal(-Far, interval.Low, 12);
        Assert.Equal(Far, interval.High, 12);
    }

    [Fact]
    public void All_repaired_all_broken_and_no_pictures_have_ends()
    {
        Assert.Equal((1, 1), (Of(0, 10, 10).Difference, Of(0, 10, 10).Interval.High));
        Assert.Equal((-1, -1), (Of(10, 0, 10).Difference, Of(10, 0, 10).Interval.Low));
        Assert.Equal(-0.4449344003, Of(10, 0, 10).Interval.High, 9); // SciPy, as above
        Assert.Equal((0, new Interval(-1, 1)), (Of(0, 0, 0).Difference, Of(0, 0, 0).Interval));
    }

    [Fact]
    public void The_interval_leaves_0_out_when_McNemars_asymptotic_test_rejects_and_turns_with_the_runs() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[1, 3000]).Sample((broken, repaired, agreed) =>
        {
            var (paired, turned) = (Of(broken, repaired, broken + repaired + agreed), Of(repaired, broken, broken + repaired + agreed));
            Assert.Equal(new Interval(-turned.Interval.High, -turned.Interval.Low), paired.Interval);
            Assert.InRange(paired.Difference, paired.Interval.Low, paired.Interval.High);
            var rejects = Math.Abs(repaired - broken) > 1.959963984540054 * Math.Sqrt(repaired + broken);
            Assert.Equal(rejects, paired.Interval.Low > 0 || paired.Interval.High < 0);
        });

    private static PairedProportion Of(int broken, int repaired, int total) =>
        new(new PairedCounts(total - broken - repaired, broken, repaired, 0));
}

using Glassy.Comparison;
using Glassy.Metrics;

namespace Glassy.Tests.Comparison;

public sealed class GateTests
{
    private static readonly PairedCounts ElevenBrokenFourRepaired = new(477, 11, 4, 8);

    [Fact]
    public void Not_significant_is_not_no_worse()
    {
        Assert.Equal(0.12, Math.Round(McNemar.Of(ElevenBrokenFourRepaired).Exact, 2));
        Assert.Equal(
            new GateVerdict(false,
                "accuracy is not shown to be at most 0.50 points worse: of 500 pictures 11 broken and 4 repaired: −1.40 points, "
                + "95% interval −3.198 to 0.135 (Tango), whose lower end would have to be above −0.50"),
            NonInferiority.Check(ElevenBrokenFourRepaired, 0.005));
        Assert.False(NonInferiority.Check(ElevenBrokenFourRepaired, 0.02).Passes); // −1.40 is within the margin, the interval is not
    }

    [Fact]
    public void A_margin_that_the_interval_stays_within_passes() =>
        Assert.Equal(
            new GateVerdict(true,
                "accuracy is at most 3.50 points worse: of 500 pictures 11 broken and 4 repaired: −1.40 points, "
                + "95% interval −3.198 to 0.135 (Tango)"),
            NonInferiority.Check(ElevenBrokenFourRepaired, 0.035));

    [Fact]
    public void Without_a_margin_only_the_better_passes_and_equal_does_not()
    {
        Assert.True(NonInferiority.Check(new PairedCounts(480, 2, 15, 3), 0).Passes);
        Assert.False(NonInferiority.Check(new PairedCounts(490, 0, 0, 10), 0).Passes);
    }

    /// <summary>The same predictions twice, on too few pictures to show it: z²/(100 + z²) = 3.70 points may hide.</summary>
    [Fact]
    public void Few_pictures_do_not_pass_however_alike_the_runs()
    {
        Assert.False(NonInferiority.Check(new PairedCounts(97, 0, 0, 3), 0.03).Passes);
        Assert.True(NonInferiority.Check(new PairedCounts(97, 0, 0, 3), 0.04).Passes);
    }

    /// <summary>9,717 of 10,000: Wilson's interval begins at 0.96826.</summary>
    [Fact]
    public void The_lower_end_and_not_the_accuracy_itself_must_reach_the_bound()
    {
        const string Found = "9717 of 10000 pictures right: 97.17%, 95% interval 96.826% to 97.477% (Wilson)";
        Assert.Equal(
            new GateVerdict(true, $"accuracy is at least 96.80%: {Found}"),
            AccuracyLowerBound.Check(new Proportion(9717, 10_000), 0.968));
        Assert.Equal(
            new GateVerdict(false, $"accuracy is not shown to be at least 97.00%: {Found}, whose lower end would have to reach it"),
            AccuracyLowerBound.Check(new Proportion(9717, 10_000), 0.97));
        Assert.True(AccuracyLowerBound.Check(new Proportion(0, 10), 0).Passes);
    }

    [Theory]
    [InlineData(0, 6, false)]
    [InlineData(0, 3, true)] // too few to show it: the interval holds 0
    [InlineData(4, 11, true)]
    [InlineData(20, 0, true)]
    public void A_regression_is_an_interval_that_lies_below_0(int repaired, int broken, bool passes) =>
        Assert.Equal(passes, Regression.Check(new PairedCounts(400, broken, repaired, 4)).Passes);

    [Theory]
    [InlineData("accuracy-lower-bound=0.968", false)]
    [InlineData("accuracy-lower-bound=0.9", true)]
    [InlineData("accuracy-lower-bound=0", true)]
    [InlineData("non-inferior=0.005", false)]
    [InlineData("non-inferior=0.035", true)]
    public void A_gate_is_read_as_it_is_written(string text, bool passes)
    {
        var gate = Gate.Parse(text, out var mistake);

        Assert.Equal(("", text), (mistake, gate?.ToString()));
        Assert.Equal(passes, gate?.Check(ElevenBrokenFourRepaired).Passes); // 481 of 500 right
    }

    [Theory]
    [InlineData("non-inferior", "'non-inferior', expected a margin from 0 and below 1")]
    [InlineData("non-inferior=1", "'non-inferior=1', expected a margin from 0 and below 1")]
    [InlineData("non-inferior=-0.1", "'non-inferior=-0.1', expected a margin from 0 and below 1")]
    [InlineData("non-inferior=NaN", "'non-inferior=NaN', expected a margin from 0 and below 1")]
    [InlineData("accuracy-lower-bound=96.8", "'accuracy-lower-bound=96.8', expected an accuracy of 0 to 1")]
    [InlineData("accuracy-lower-bound=-Infinity", "'accuracy-lower-bound=-Infinity', expected an accuracy of 0 to 1")]
    [InlineData(
        "accuracy=0.9", "'accuracy=0.9', expected <name>=<share>, such as non-inferior=0.005; known: accuracy-lower-bound, non-inferior")]
    public void What_is_no_gate_says_what_was_expected(string text, string expected)
    {
        Assert.Null(Gate.Parse(text, out var mistake));
        Assert.StartsWith(expected, mistake, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_margin_or_bound_that_is_no_share_is_refused(double share)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => NonInferiority.Check(ElevenBrokenFourRepaired, share));
        Assert.Throws<ArgumentOutOfRangeException>(() => AccuracyLowerBound.Check(new Proportion(1, 2), share));
    }
}

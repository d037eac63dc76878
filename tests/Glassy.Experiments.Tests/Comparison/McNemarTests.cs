using CsCheck;
using Glassy.Comparison;

namespace Glassy.Tests.Comparison;

public sealed class McNemarTests
{
    /// <summary>
    /// The data of Fagerland, Lydersen and Laake 2013 (Bentur et al. 2009; Cavo et al. 2012): McNemar_exact_cond_test_paired_2x2 and
    /// McNemar_midP_test_paired_2x2 of contingencytables, the R package of Fagerland's book.
    /// </summary>
    [Theory]
    [InlineData(1, 7, 0.0703, 0.0391)]
    [InlineData(6, 16, 0.0525, 0.0347)]
    public void Exact_p_and_mid_p_are_those_of_the_authors_of_mid_p(int broken, int repaired, double exact, double midP)
    {
        var test = McNemar.Of(new PairedCounts(5, broken, repaired, 5));
        Assert.Equal((exact, midP), (Math.Round(test.Exact, 4), Math.Round(test.MidP, 4)));
    }

    /// <summary>
    /// R 4.2: binom.test(b, b + c)$p.value and 2 * pbinom(min(b, c), b + c, .5) - dbinom(b, b + c, .5); 1 - dbinom(5, 10, .5) / 2.
    /// </summary>
    [Theory]
    [InlineData(11, 4, 0.118469238281, 0.0768127441406)]
    [InlineData(5, 5, 1, 0.876953125)]
    [InlineData(0, 6, 0.03125, 0.015625)]
    [InlineData(450, 600, 4.11189093072e-06, 3.57904248331e-06)]
    [InlineData(4900, 5100, 0.0465855277049, 0.0455056633755)]
    [InlineData(30500, 30000, 0.0424855744104, 0.0420746494253)]
    public void Small_and_large_counts_give_the_values_of_another_program(int broken, int repaired, double exact, double midP)
    {
        var test = McNemar.Of(new PairedCounts(100, broken, repaired, 100));
        Assert.Equal(1, test.Exact / exact, 1e-9);
        Assert.Equal(1, test.MidP / midP, 1e-9);
    }

    [Fact]
    public void Runs_that_agree_on_every_picture_do_not_differ() =>
        Assert.Equal(new McNemar(1, 1), McNemar.Of(new PairedCounts(480, 0, 0, 20)));

    [Fact]
    public void A_difference_beyond_all_doubt_is_0_and_not_an_error() =>
        Assert.Equal(new McNemar(0, 0), McNemar.Of(new PairedCounts(0, 0, 100_000, 0)));

    [Fact]
    public void Which_run_is_first_does_not_matter_and_mid_p_is_below_exact_p() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[0, 300]).Where(pair => pair.Item1 + pair.Item2 > 0).Sample(pair =>
        {
            var test = McNemar.Of(new PairedCounts(3, pair.Item1, pair.Item2, 3));
            Assert.Equal(test, McNemar.Of(new PairedCounts(3, pair.Item2, pair.Item1, 3)));
            Assert.InRange(test.MidP, 0, test.Exact);
            Assert.InRange(test.Exact, 0, 1);
        });
}

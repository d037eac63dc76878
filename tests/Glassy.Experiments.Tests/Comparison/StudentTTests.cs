using Glassy.Comparison;

namespace Glassy.Tests.Comparison;

public sealed class StudentTTests
{
    /// <summary>R 4.2: qt(c(.975, .995, .75), nu).</summary>
    [Theory]
    [InlineData(1, 12.706204736175, 63.656741162872, 1)]
    [InlineData(2, 4.302652729749, 9.924843200918, 0.816496580928)]
    [InlineData(3, 3.182446305284, 5.840909309733, 0.764892328404)]
    [InlineData(4, 2.776445105198, 4.604094871350, 0.740697084113)]
    [InlineData(9, 2.262157162798, 3.249835541592, 0.702722146751)]
    [InlineData(29, 2.045229642133, 2.756385903671, 0.683043860822)]
    [InlineData(1000, 1.962339080826, 2.580754698066, 0.674735164607)]
    public void Quantiles_are_those_of_tables(int degrees, double at975, double at995, double at75)
    {
        Assert.Equal(at975, StudentT.Quantile(0.975, degrees), 10);
        Assert.Equal(at995, StudentT.Quantile(0.995, degrees), 9);
        Assert.Equal(at75, StudentT.Quantile(0.75, degrees), 10);
        Assert.Equal(-at75, StudentT.Quantile(0.25, degrees), 10);
        Assert.Equal(0, StudentT.Quantile(0.5, degrees), 10);
    }

    /// <summary>R 4.2: 2 * pt(-c(0.5, 2.5, 12), nu).</summary>
    [Theory]
    [InlineData(1, 0.704832764699, 0.242237883182, 0.0529293521192)]
    [InlineData(2, 0.666666666667, 0.129611720222, 0.00687293367716)]
    [InlineData(3, 0.651447964848, 0.0877066470081, 0.00124501580079)]
    [InlineData(9, 0.629071299826, 0.033861827683, 7.69988622299e-07)]
    [InlineData(29, 0.620848084194, 0.0183253443384, 9.06070833314e-13)]
    [InlineData(1000, 0.617185080834, 0.0125785678011, 4.32405738677e-31)]
    public void Two_sided_p_is_that_of_another_program_far_into_the_tail(int degrees, double half, double twoAndHalf, double twelve)
    {
        Assert.Equal(1, StudentT.TwoSidedP(0.5, degrees) / half, 1e-10);
        Assert.Equal(1, StudentT.TwoSidedP(-2.5, degrees) / twoAndHalf, 1e-10);
        Assert.Equal(1, StudentT.TwoSidedP(12, degrees) / twelve, 1e-10);
    }

    [Fact]
    public void The_ends_are_1_and_0()
    {
        Assert.Equal((1, 0, 0), (StudentT.TwoSidedP(0, 4), StudentT.TwoSidedP(double.NegativeInfinity, 4), StudentT.TwoSidedP(1e200, 4)));
        Assert.InRange(StudentT.TwoSidedP(1e-9, 4), 0.999999999, 1);
    }

    [Fact]
    public void What_is_no_distribution_or_share_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.TwoSidedP(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.TwoSidedP(double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(0, 3));
    }
}

using CsCheck;
using Glassy.Arithmetic;

namespace Glassy.Tests.Arithmetic;

public sealed class PortableMathTests
{
    private const double LastPlaces = 1e-15;

    [Fact]
    public void The_exponential_is_right_to_the_last_places() =>
        Gen.Double[-700, 700].Sample(x => Assert.Equal(1, PortableMath.Exp(x) / Math.Exp(x), LastPlaces));

    [Fact]
    public void The_logarithm_is_right_to_the_last_places() =>
        Gen.Double[-700, 700]
            .Select(Math.Exp)
            .Sample(x => Assert.Equal(Math.Log(x), PortableMath.Log(x), LastPlaces * Math.Max(1, Math.Abs(Math.Log(x)))));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-709, 0)]
    [InlineData(710, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.NaN, double.NaN)]
    public void The_exponential_has_its_ends(double x, double expected) => Assert.Equal(expected, PortableMath.Exp(x));

    // These bits are what IEEE arithmetic gives on every processor: the test holds them, not their last place.
    [Theory]
    [InlineData(1, 0x4005bf0a8b14576a)]
    [InlineData(-2.5, 0x3fb50385c094f425)]
    public void The_exponential_has_the_same_bits_everywhere(double x, long bits) =>
        Assert.Equal(bits, BitConverter.DoubleToInt64Bits(PortableMath.Exp(x)));

    [Fact]
    public void Sine_and_cosine_are_right_to_the_last_places() => Gen.Double[-1000, 1000].Sample(x =>
    {
        var (sine, cosine) = PortableMath.SinCos(x);
        Assert.Equal(Math.Sin(x), sine, 1e-14);
        Assert.Equal(Math.Cos(x), cosine, 1e-14);
    });

    [Fact]
    public void Powers_are_products()
    {
        Assert.Equal([1, 0.9, 0.9 * 0.9], Enumerable.Range(0, 3).Select(n => PortableMath.Power(0.9, n)));
        Assert.Equal(1, PortableMath.Power(0.999, 10000) / Math.Pow(0.999, 10000), 1e-12);
    }

    [Fact]
    public void Probabilities_of_logits_sum_to_one_however_large_they_are()
    {
        var logProbabilities = new double[3];
        Softmax.Log([1000, 1001, -1000], logProbabilities);
        Assert.Equal(1, logProbabilities.Sum(Math.Exp), 12);
        Assert.Equal(1, logProbabilities[1] - logProbabilities[0], 12);
    }
}

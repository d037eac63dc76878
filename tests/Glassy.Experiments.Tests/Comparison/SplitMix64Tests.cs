using Glassy.Comparison;

namespace Glassy.Tests.Comparison;

public sealed class SplitMix64Tests
{
    /// <summary>Rosetta Code, "Pseudo-random numbers/Splitmix64".</summary>
    [Fact]
    public void The_bits_are_the_published_ones()
    {
        var generator = new SplitMix64(1234567);
        Assert.Equal([6457827717110365317, 3203168211198807973, 9817491932198370423], Enumerable.Range(0, 3).Select(_ => generator.Next()));
    }

    /// <summary>Python: the same generator, (bits * 10) >> 64.</summary>
    [Fact]
    public void A_number_below_a_bound_is_the_upper_half_of_a_product()
    {
        var generator = new SplitMix64(3);
        Assert.Equal([1, 7, 6, 0, 2, 6, 1, 8], Enumerable.Range(0, 8).Select(_ => generator.Below(10)));
    }
}

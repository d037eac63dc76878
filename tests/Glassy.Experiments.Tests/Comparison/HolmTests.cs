using Glassy.Comparison;

namespace Glassy.Tests.Comparison;

public sealed class HolmTests
{
    /// <summary>R 4.2: p.adjust(p, "holm").</summary>
    [Theory]
    [InlineData(new[] { 0.01, 0.04, 0.03, 0.005, 0.9 }, new[] { 0.04, 0.09, 0.09, 0.025, 0.9 })]
    [InlineData(new[] { 0.6, 0.02, 0.02, 0.5 }, new[] { 1, 0.08, 0.08, 1 })]
    [InlineData(new[] { 0.9, 0.8, 0.5, 0.01 }, new[] { 1, 1, 1, 0.04 })]
    [InlineData(new[] { 0.03 }, new[] { 0.03 })]
    [InlineData(new double[0], new double[0])]
    public void Adjusted_values_are_those_of_another_program_in_the_order_given(double[] p, double[] expected) =>
        Assert.Equal(expected, Holm.Adjust(p).Select(value => Math.Round(value, 12)));

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void What_is_no_p_value_is_refused(double p) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Holm.Adjust([0.5, p]));
}

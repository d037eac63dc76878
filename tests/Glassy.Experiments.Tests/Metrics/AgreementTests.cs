using Glassy.Metrics;

namespace Glassy.Tests.Metrics;

public sealed class AgreementTests
{
    [Fact]
    public void Ten_classes_give_the_values_worked_out_by_hand()
    {
        Assert.Equal(0.968542, Agreement.CohenKappa(HandWorkedMatrix.Counts.Totals), 6);
        Assert.Equal(0.968556, Agreement.MatthewsCorrelation(HandWorkedMatrix.Counts.Totals), 6);
    }

    [Fact]
    public void Two_classes_give_the_textbooks_values()
    {
        // p_o = 35/50, p_e = (25·30 + 25·20)/50² = 1/2; (20·15 − 5·10)/√(30·20·25·25).
        var counts = new ConfusionCounts([[20, 5], [10, 15]]);
        Assert.Equal(0.4, Agreement.CohenKappa(counts.Totals), 12);
        Assert.Equal(250 / Math.Sqrt(375000), Agreement.MatthewsCorrelation(counts.Totals), 12);
    }

    [Theory]
    [InlineData(3, 0, 0, 3, 1)]     // all right
    [InlineData(0, 3, 3, 0, -1)]    // all wrong
    [InlineData(4, 0, 4, 0, 0)]     // all predicted as one class: no better than chance
    [InlineData(4, 0, 0, 0, 0)]     // all of one class: not defined
    public void The_ends_and_what_is_not_defined_are_numbers(int a, int b, int c, int d, double expected)
    {
        var counts = new ConfusionCounts([[a, b], [c, d]]);
        Assert.Equal(expected, Agreement.CohenKappa(counts.Totals), 12);
        Assert.Equal(expected, Agreement.MatthewsCorrelation(counts.Totals), 12);
    }
}

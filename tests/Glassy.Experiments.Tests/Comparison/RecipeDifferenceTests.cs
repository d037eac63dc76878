using Glassy.Comparison;
using Glassy.Metrics;

namespace Glassy.Tests.Comparison;

public sealed class RecipeDifferenceTests
{
    [Theory]
    [InlineData(0.01, 0.02, 0.01, 0.03, 1)]
    [InlineData(-0.03, -0.01, -0.02, -0.01, -1)]
    [InlineData(0.01, 0.02, -0.01, 0.03, 0)]
    [InlineData(-0.02, 0.01, -0.02, -0.01, 0)]
    [InlineData(0, 0.02, 0.01, 0.02, 0)]
    public void A_recipe_is_better_or_worse_where_both_intervals_say_so(double lowBoth, double highBoth, double lowSeeds, double highSeeds, int verdict)
    {
        var summary = new SeedSummary(5, 0.01, 0.001, new Interval(lowSeeds, highSeeds));
        var difference = new RecipeDifference(
            "thin",
            summary,
            new PairedSeeds([1, 2, 3, 4, 5], [0.01, 0.01, 0.01, 0.01, 0.01], summary, 0.01, []),
            new TwoLevelBootstrap([1, 2, 3, 4, 5], 100, 0.01, new Interval(lowBoth, highBoth)),
            0.01);
        Assert.Equal(verdict, difference.Verdict);
    }
}

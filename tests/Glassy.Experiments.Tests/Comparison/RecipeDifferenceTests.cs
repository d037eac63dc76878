using Glassy.Comparison;
using Glassy.Metrics;

namespace Glassy.Tests.Comparison;

public sealed class RecipeDifferenceTests
{
    [Theory]
    [InlineData(0.01, 0.02, 1)]
    [InlineData(-0.03, -0.01, -1)]
    [InlineData(-0.02, 0.01, 0)]
    [InlineData(0, 0.02, 0)]
    public void A_recipe_is_better_or_worse_where_the_interval_over_both_says_so(double low, double high, int verdict)
    {
        var difference = new RecipeDifference(
            "thin",
            0.97,
            0.96,
            new PairedSeeds([1, 2], [0.01, 0.01], new SeedSummary(2, 0.01, 0, null), null, []),
            new SeedsAndPictures([1, 2], 100, 0.01, new Interval(low, high)),
            null);
        Assert.Equal(verdict, difference.Verdict);
    }
}

using Glassy.Components.Figures;
using Glassy.Metrics;
using Glassy.Wording;

namespace Glassy.Tests.Components.Figures;

public sealed class BinRangesTests
{
    [Fact]
    public void A_bound_is_of_the_bin_that_ends_with_it()
    {
        var names = BinRanges.Of(ReliabilityDiagram.EqualWidth([Sure(0.5)]), WordsReader.English);

        Assert.Equal(["0.0% to 6.7%", "over 6.7% to 13.3%", "over 13.3% to 20.0%"], names.Take(3));
        Assert.Equal("over 93.3% to 100.0%", names[^1]);
    }

    [Fact]
    public void Bins_of_equal_mass_begin_where_the_one_before_ends()
    {
        List<Prediction> predictions =
        [
            .. Enumerable.Repeat(Sure(0.6), 40), .. Enumerable.Repeat(Sure(0.731), 40), .. Enumerable.Repeat(Sure(0.9991), 40),
            .. Enumerable.Repeat(Sure(0.9993), 40)
        ];

        var names = BinRanges.Of(ReliabilityDiagram.EqualMass(predictions), WordsReader.English);

        Assert.Equal(["60.00%", "over 60.00% to 73.10%", "over 73.10% to 99.91%", "over 99.91% to 99.93%"], names);
    }

    private static Prediction Sure(double share) => new(0, 0, 0, [(float)Math.Log(share), (float)Math.Log(1 - share)]);
}

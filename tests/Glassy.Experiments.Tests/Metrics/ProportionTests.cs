using Glassy.Metrics;

namespace Glassy.Tests.Metrics;

public sealed class ProportionTests
{
    /// <summary>Newcombe 1998, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, table I.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_interval_is_Wilsons_as_published(int successes, int total, double low, double high)
    {
        var interval = new Proportion(successes, total).Interval;
        Assert.Equal((low, high), (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
    }

    [Fact]
    public void The_accuracy_of_the_hand_worked_matrix_has_its_interval()
    {
        var accuracy = new Proportion(9717, 10000);
        Assert.Equal((0.9717, 0.96826, 0.97477), (accuracy.Value, Math.Round(accuracy.Low, 5), Math.Round(accuracy.High, 5)));
    }

    [Fact]
    public void Nothing_tried_is_nothing_known() =>
        Assert.Equal((0, 0, 1), (new Proportion(0, 0).Value, new Proportion(0, 0).Low, new Proportion(0, 0).High));

    [Fact]
    public void All_right_and_all_wrong_mirror_each_other_and_stay_within_0_and_1()
    {
        const double Far = 3.841458820694124 / 13.841458820694124; // z²/(n + z²)
        var (none, all) = (new Proportion(0, 10), new Proportion(10, 10));
        Assert.Equal((0, 1), (none.Low, all.High));
        Assert.Equal(Far, none.High, 12);
        Assert.Equal(1 - Far, all.Low, 12);
    }
}

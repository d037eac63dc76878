using Glassy.Components.Figures;
using Glassy.Runs;
using Glassy.Wording;

namespace Glassy.Tests.Components.Figures;

/// <summary>Where the learning curve draws what: places worked out by hand from the sizes of its panels.</summary>
public sealed class LearningCurveGeometryTests
{
    [Fact]
    public void Two_panels_have_the_loss_from_0_to_10_and_the_accuracy_from_50_to_90_percent()
    {
        // The loss goes from 1 to 9, in steps of 2: 15 a unit. The accuracy goes from 50 to 90, in steps of 10: 3.75 a per cent.
        var drawn = Drawn(new EpochMetrics(1, 9, 0.5, 1, 5, 0.6), new EpochMetrics(2, 3, 0.9, 1, 1, 0.8));

        Assert.Equal("0 0 784 242", drawn.ViewBox);
        Assert.Equal(["62.0,45.0 362.0,135.0", "454.0,180.0 754.0,30.0"], drawn.Points("curve-train"));
        Assert.Equal(["62.0,105.0 362.0,165.0", "454.0,142.5 754.0,67.5"], drawn.Points("curve-validation"));
        Assert.Equal(["M357.0 105.0", "M749.0 105.0", "M321.0 228.0"], drawn.Starts("curve-test"));
        Assert.Equal(
            [
                "62.0 45.0 3", "362.0 135.0 3", "62.0 105.0 3", "362.0 165.0 3", "454.0 180.0 3", "754.0 30.0 3", "454.0 142.5 3",
                "754.0 67.5 3"
            ],
            drawn.Dots);
        Assert.Equal(
            [
                "52 16 Loss", "46 184.0 0 end", "46 154.0 2 end", "46 124.0 4 end", "46 94.0 6 end", "46 64.0 8 end", "46 34.0 10 end",
                "62.0 198 1 middle", "362.0 198 2 middle", "372 216 epoch end",
                "444 16 Accuracy", "438 184.0 50% end", "438 146.5 60% end", "438 109.0 70% end", "438 71.5 80% end", "438 34.0 90% end",
                "454.0 198 1 middle", "754.0 198 2 middle", "764 216 epoch end",
                "88 232 training", "218 232 validation", "348 232 test, once",
            ],
            drawn.Texts);
    }

    [Theory]
    [InlineData(4, "0 1 2 3 4")]
    [InlineData(4.1, "0 2 4 6")]
    [InlineData(8, "0 2 4 6 8")]
    [InlineData(8.1, "0 5 10")]
    [InlineData(20, "0 5 10 15 20")]
    [InlineData(20.1, "0 10 20 30")]
    [InlineData(0.4, "0 0.1 0.2 0.3 0.4")]
    public void The_steps_of_an_axis_are_1_2_or_5_times_a_power_of_ten(double greatest, string labels) => Assert.Equal(
        labels.Split(' '),
        Drawn(new EpochMetrics(1, 0, 0, 1, greatest, 0)).TextsAtX(46));

    [Theory]
    [InlineData(10, "1 2 3 4 5 6 7 8 9 10")]
    [InlineData(11, "1 3 5 7 9 11")]
    [InlineData(20, "1 3 5 7 9 11 13 15 17 19")]
    [InlineData(21, "1 4 7 10 13 16 19")]
    public void At_most_ten_epochs_are_named(int epochs, string named)
    {
        string[] once = named.Split(' ');
        var drawn = Drawn([.. Enumerable.Range(1, epochs).Select(i => new EpochMetrics(i, 1, 0.5, 1, 2, 0.6))]);
        Assert.Equal([.. once, .. once], drawn.TextsAtY(198));
    }

    [Fact]
    public void A_single_epoch_stands_in_the_middle() => Assert.Equal(
        ["212.0,180.0", "604.0,180.0"],
        Drawn(new EpochMetrics(1, 1, 0.1, 1, 2, 0.2)).Points("curve-train"));

    [Fact]
    public void Without_a_validation_split_there_are_training_and_the_tests_one_point()
    {
        var drawn = Drawn(new EpochMetrics(1, 9, 0.5, 1), new EpochMetrics(2, 3, 0.9, 1));

        Assert.Empty(drawn.Points("curve-validation"));
        Assert.Equal(3, drawn.Starts("curve-test").Count);
        Assert.Equal(["88 232 training", "218 232 test, once"], drawn.Texts.TakeLast(2));
    }

    [Fact]
    public void The_tests_point_stands_at_the_epoch_whose_weights_are_kept()
    {
        EpochMetrics[] epochs = [new(1, 9, 0.5, 1, 5, 0.6), new(2, 3, 0.9, 1, 1, 0.8), new(3, 3, 0.9, 1, 2, 0.8)];
        var drawn = new DrawnSvg(LearningCurveSvg.Draw(epochs, 2, TestOf(epochs), WordsReader.English, "title", "desc"));
        Assert.Equal(["M207.0 105.0", "M599.0 105.0", "M321.0 228.0"], drawn.Starts("curve-test"));
    }

    private static DrawnSvg Drawn(params EpochMetrics[] epochs) =>
        new(LearningCurveSvg.Draw(epochs, epochs.Length, TestOf(epochs), WordsReader.English, "title", "desc"));

    /// <summary>Loss 5 and 70 % on the test split, or less, so that it does not change the axes.</summary>
    private static RunMetrics TestOf(IReadOnlyList<EpochMetrics> epochs) => new(
        Math.Min(0.7, epochs.Max(epoch => Math.Max(epoch.Accuracy ?? 0, epoch.ValidationAccuracy ?? 0))),
        Math.Min(5, epochs.Max(epoch => Math.Max(epoch.Loss, epoch.ValidationLoss ?? 0))),
        7, 3, 0.7, 0.7, 0.7, 0.7);
}

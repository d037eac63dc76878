using Glassy.Runs;

namespace Glassy.Tests.Runs;

public sealed class EarlyStoppingTests
{
    private static readonly TrainingOptions Patient = new() { Patience = 2, Validation = 0.1 };

    [Theory]
    [InlineData("3", 1, false)]
    [InlineData("3 2", 2, false)]
    [InlineData("3 2 2.5", 2, false)]
    [InlineData("3 2 2.5 2", 2, true)]
    [InlineData("3 2 2.5 1.9", 4, false)]
    [InlineData("3 2 2.5 1.9 2 2", 4, true)]
    public void The_first_least_validation_loss_is_kept_and_as_many_epochs_without_a_lower_one_end_it(string losses, int kept, bool isOver)
    {
        var epochs = EpochsOf(losses);
        Assert.Equal((kept, isOver), (EarlyStopping.KeptEpoch(Patient, epochs), EarlyStopping.IsOver(Patient, epochs)));
    }

    [Fact]
    public void Without_patience_the_last_is_kept_and_nothing_ends_it()
    {
        var (options, epochs) = (Patient with { Patience = null }, EpochsOf("1 2 3 4 5 6"));
        Assert.Equal((6, false), (EarlyStopping.KeptEpoch(options, epochs), EarlyStopping.IsOver(options, epochs)));
    }

    [Fact]
    public void Before_the_first_epoch_nothing_ends_it() => Assert.False(EarlyStopping.IsOver(Patient, []));

    private static EpochMetrics[] EpochsOf(string losses) =>
        [.. losses.Split(' ').Select(
            (loss, i) => new EpochMetrics(i + 1, 0, 0, 1, double.Parse(loss, System.Globalization.CultureInfo.InvariantCulture), 0))];
}

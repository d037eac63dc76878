using Glassy.Runs;
using Glassy.Training;

namespace Glassy.Tests.Training;

public sealed class LearningRateTests
{
    private static readonly TrainingOptions Options = new() { LearningRate = 0.4 };

    [Fact]
    public void Constant_is_the_options_own_to_the_bit() =>
        Assert.All([0, 1, 99], step => Assert.Equal(0.4, LearningRate.At(Options, step, 100)));

    [Fact]
    public void A_cosine_falls_from_all_of_it_by_half_in_the_middle_to_nearly_nothing()
    {
        var rates = Rates(LearningSchedule.Cosine, 100);
        Assert.Equal(0.4, rates[0]);
        Assert.Equal(0.2, rates[50], 1e-12);
        Assert.Equal(0.4 * (1 + Math.Cos(Math.PI * 0.99)) / 2, rates[99], 1e-12);
        Assert.Equal(rates.OrderDescending(), rates);
    }

    /// <summary>
    /// As PyTorch 2's <c>OneCycleLR(max_lr=0.4, total_steps=10)</c> has it, worked out from its documentation's defaults.
    /// </summary>
    [Fact]
    public void One_cycle_rises_from_a_25th_over_three_tenths_of_the_steps_and_falls_to_a_ten_thousandth_of_that()
    {
        var rates = Rates(LearningSchedule.OneCycle, 10);
        Assert.Equal([0.016, 0.208, 0.4], rates.Take(3).Select(rate => Math.Round(rate, 12)));
        Assert.Equal(0.4 * (1 + Math.Cos(Math.PI / 7)) / 2, rates[3], 1e-5);
        Assert.Equal(0.016 / 1e4, rates[9], 1e-12);
        Assert.Equal(rates.Skip(2).OrderDescending(), rates.Skip(2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_training_of_few_steps_has_rates_too(int steps) => Assert.All(
        Enum.GetValues<LearningSchedule>(), schedule => Assert.All(Rates(schedule, steps), rate => Assert.InRange(rate, 1e-7, 0.4)));

    private static double[] Rates(LearningSchedule schedule, int steps) =>
        [.. Enumerable.Range(0, steps).Select(step => LearningRate.At(Options with { Schedule = schedule }, step, steps))];
}

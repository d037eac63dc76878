using Glassy.Metrics;

namespace Glassy.Tests.Metrics;

/// <summary>The values were found by golden section, in another language.</summary>
public sealed class TemperatureScalingTests
{
    private static readonly Prediction[] Sure =
    [
        Of(0, 0.7, 0.2, 0.1), Of(1, 0.6, 0.3, 0.1), Of(0, 0.9, 0.05, 0.05), Of(2, 0.2, 0.5, 0.3), Of(1, 0.1, 0.8, 0.1),
        Of(2, 0.85, 0.1, 0.05), Of(2, 0.3, 0.3, 0.4),
    ];

    [Fact]
    public void The_temperature_is_where_the_log_loss_of_what_was_held_out_is_lowest()
    {
        var scaling = TemperatureScaling.Of(Sure, Sure)!;

        Assert.Equal(1.6596182126, scaling.Temperature, 5);
        Assert.Equal(0.9505697105, scaling.LogLoss, 6);
        Assert.Equal(0.4725610471, scaling.CalibrationError, 6);
        Assert.Equal(7, scaling.HeldOut);
    }

    /// <summary>Probabilities to the power of 2 and to 1 again are what they were; T then is twice as large.</summary>
    [Fact]
    public void What_was_made_twice_as_sharp_is_made_half_as_sharp()
    {
        Prediction[] sharper =
        [
            .. Sure.Select(prediction => prediction with { LogProbabilities = [.. prediction.LogProbabilities.Select(log => 2 * log)] })
        ];

        Assert.Equal(2 * 1.6596182126, TemperatureScaling.Of(sharper, sharper)!.Temperature, 4);
        Assert.Equal(0.9505697105, TemperatureScaling.Of(sharper, sharper)!.LogLoss, 6);
    }

    [Fact]
    public void A_model_without_a_mistake_is_made_as_sharp_as_there_is_a_limit_for()
    {
        var scaling = TemperatureScaling.Of([Of(0, 0.9, 0.1), Of(1, 0.4, 0.6)], [Of(0, 0.9, 0.1)])!;

        Assert.InRange(scaling.Temperature, 0.0099, 0.02);
        Assert.InRange(scaling.LogLoss, 0, 1e-6);
    }

    [Fact]
    public void A_model_no_better_than_chance_is_made_as_flat_as_there_is_a_limit_for() =>
        Assert.InRange(TemperatureScaling.Of([Of(1, 0.9, 0.1), Of(0, 0.4, 0.6)], [Of(0, 0.9, 0.1)])!.Temperature, 50, 100.001);

    [Fact]
    public void Uniform_probabilities_stay_as_they_are() =>
        Assert.Equal(1, TemperatureScaling.Of([Of(0, 0.5, 0.5)], [Of(0, 0.5, 0.5)])!.Temperature);

    [Fact]
    public void A_very_small_probability_counts_as_what_it_is()
    {
        Prediction[] heldOut = [Of(0, 0.5, 0.5)];
        Prediction sure = new(0, 1, 0, [0, -500]);

        Assert.Equal(500, TemperatureScaling.Of(heldOut, [sure])!.LogLoss, 3);
    }

    [Fact]
    public void A_probability_of_zero_is_a_small_number() =>
        Assert.True(double.IsFinite(TemperatureScaling.Of([Of(0, 1, 0), Of(1, 1, 0), Of(1, 0.3, 0.7)], [Of(0, 1, 0)])!.Temperature));

    [Fact]
    public void Without_pictures_held_out_or_without_probabilities_nothing_is_fitted()
    {
        Assert.Null(TemperatureScaling.Of([], Sure));
        Assert.Null(TemperatureScaling.Of([new Prediction(0, 0, 0, [])], Sure));
        Assert.Null(TemperatureScaling.Of(Sure, [new Prediction(0, 0, 0, [])]));
    }

    private static Prediction Of(int label, params double[] probabilities) =>
        new(0, label, Array.IndexOf(probabilities, probabilities.Max()), [.. probabilities.Select(p => (float)Math.Log(p))]);
}

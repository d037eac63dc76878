using Glassy.Imaging;

namespace Glassy.Runs;

/// <summary>The weights between the pixels and the first layer of units: each sees the whole picture, or is a filter that slides over it.</summary>
/// <param name="Shape">Of each unit's weights: that of a picture, or of a filter.</param>
/// <param name="Weights">[units, H · W · C], row-major.</param>
/// <param name="Biases">[units].</param>
/// <param name="AreFilters">Whether the units are filters.</param>
public sealed record FirstLayer(ImageShape Shape, float[] Weights, float[] Biases, bool AreFilters = false)
{
    private const double Within = 0.99;

    /// <summary>How many units there are.</summary>
    public int Units => Biases.Length;

    /// <summary>What 99 % of all weights do not exceed, up or down: a few large ones would leave the rest without colour.</summary>
    public float Scale
    {
        get
        {
            var sizes = Weights.Select(Math.Abs).Order().ToArray();
            return sizes[(int)(Within * (sizes.Length - 1))];
        }
    }

    /// <summary>The weights of one unit, [H, W, C].</summary>
    public ReadOnlySpan<float> Of(int unit) => Weights.AsSpan(unit * Shape.Length, Shape.Length);

    /// <summary>The first layer of a model; null when it is neither a dense layer over whole pictures nor a convolution over them.</summary>
    public static FirstLayer? Of(ModelWeights weights, ImageShape shape) => weights.Arrays switch
    {
        [{ Shape: [var units, var inputs] } first, { Shape: [var biases] } second, ..] when inputs == shape.Length && biases == units =>
            new FirstLayer(shape, first.Values, second.Values),
        [{ Shape: [var filters, var channels, var height, var width] } first, { Shape: [var biases] } second, ..] when channels == shape.Channels && biases == filters =>
            new FirstLayer(new ImageShape(height, width, channels), ChannelsLast(first.Values, channels, height * width), second.Values, AreFilters: true),
        _ => null,
    };

    /// <summary>[filters, channels, area] to [filters, area, channels].</summary>
    private static float[] ChannelsLast(float[] values, int channels, int area)
    {
        var turned = new float[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (filter, channel, pixel) = (i / (channels * area), i / area % channels, i % area);
            turned[(((filter * area) + pixel) * channels) + channel] = values[i];
        }

        return turned;
    }
}

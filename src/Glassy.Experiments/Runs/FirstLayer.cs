using Glassy.Imaging;

namespace Glassy.Runs;

/// <summary>
/// The weights between the pixels and the first layer of units: each sees the whole picture, or is a filter that slides over it.
/// </summary>
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
    public float Scale => SizeAt((int)(Within * (Weights.Length - 1)));

    /// <summary>
    /// The size that would be at a place if all were in order. A layer over photographs has hundreds of millions: they are counted, not
    /// sorted.
    /// </summary>
    /// <remarks>The bits of floats that are not negative are in the order of the floats (IEEE 754): counted by their upper half, then,
    /// within one, by their lower.</remarks>
    private float SizeAt(int place)
    {
        var upper = new int[1 << 16];
        foreach (var weight in Weights)
        {
            upper[BitsOf(weight) >> 16]++;
        }

        var (half, before) = Find(upper, place);
        var lower = new int[1 << 16];
        foreach (var weight in Weights)
        {
            var bits = BitsOf(weight);
            if (bits >> 16 == half)
            {
                lower[bits & 0xffff]++;
            }
        }

        return BitConverter.UInt32BitsToSingle((uint)((half << 16) | Find(lower, place - before).Bucket));
    }

    private static int BitsOf(float weight) => (int)(BitConverter.SingleToUInt32Bits(weight) & 0x7fff_ffff);

    /// <summary>The bucket that holds the place, and how many are in those before.</summary>
    private static (int Bucket, int Before) Find(int[] counts, int place)
    {
        var (bucket, before) = (0, 0);
        while (before + counts[bucket] <= place)
        {
            before += counts[bucket++];
        }

        return (bucket, before);
    }

    /// <summary>The weights of one unit, [H, W, C].</summary>
    public ReadOnlySpan<float> Of(int unit) => Weights.AsSpan(unit * Shape.Length, Shape.Length);

    /// <summary>
    /// The first layer of a model; null when it is neither a dense layer over whole pictures nor a convolution over them.
    /// </summary>
    public static FirstLayer? Of(ModelWeights weights, ImageShape shape) => weights.Arrays switch
    {
        [{ Shape: [var units, var inputs] } first, { Shape: [var biases] } second, ..] when inputs == shape.Length && biases == units =>
            new FirstLayer(shape, first.Values, second.Values),
        [{ Shape: [var filters, var channels, var height, var width] } first, { Shape: [var biases] } second, ..] when channels == shape.Channels
            && biases == filters =>
            new FirstLayer(
                new ImageShape(height, width, channels),
                ChannelsLast(first.Values, channels, height * width),
                second.Values,
                AreFilters: true),
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

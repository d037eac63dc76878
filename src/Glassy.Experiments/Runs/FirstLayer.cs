using Glassy.Imaging;

namespace Glassy.Runs;

/// <summary>The weights between the pixels and the first layer of units, each of which sees the whole picture.</summary>
/// <param name="Shape">Of a picture, and so of each unit's weights.</param>
/// <param name="Weights">[units, H · W · C], row-major.</param>
/// <param name="Biases">[units].</param>
public sealed record FirstLayer(ImageShape Shape, float[] Weights, float[] Biases)
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

    /// <summary>The first layer of a model; null when its units do not see whole pictures, as those of a convolution.</summary>
    public static FirstLayer? Of(ModelWeights weights, ImageShape shape) =>
        weights.Arrays is [{ Shape: [var units, var inputs] } first, { Shape: [var biases] } second, ..] && inputs == shape.Length && biases == units
            ? new FirstLayer(shape, first.Values, second.Values)
            : null;
}

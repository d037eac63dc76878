using System.Text.Json.Serialization;
using Glassy.Runs;

namespace Glassy.Drawing;

/// <summary>
/// A layer as browsers get it. Dense: outputs = weights · inputs + biases, then ReLU where asked for. A convolution, where it says over
/// which picture: filters of 3×3 with zeros beyond the edge, ReLU, and the largest of each 2×2 pixels; pictures are rows of pixels of
/// channels.
/// </summary>
/// <param name="Inputs">Length of what comes in; of a convolution the picture's channels.</param>
/// <param name="Outputs">Length of what goes out; of a convolution the filters.</param>
/// <param name="Relu">Whether max(x, 0) follows.</param>
/// <param name="Scales">[outputs], by which the levels of a row are multiplied.</param>
/// <param name="Biases">[outputs].</param>
/// <param name="Weights">[outputs, inputs], of a convolution [outputs, inputs, 3, 3]; one of <see cref="WeightLevels"/> each.</param>
/// <param name="Over">The picture that filters slide over; null for a dense layer.</param>
public sealed record BrowserLayer(
    int Inputs,
    int Outputs,
    bool Relu,
    float[] Scales,
    float[] Biases,
    string Weights,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] BrowserPicture? Over = null)
{
    /// <summary>Rounds a layer's weights; the biases stay as they are.</summary>
    /// <param name="weight">[outputs, inputs], or of a convolution [outputs, inputs, 3, 3].</param>
    /// <param name="bias">[outputs].</param>
    /// <param name="relu">Whether ReLU follows.</param>
    /// <param name="over">The picture that filters slide over; null for a dense layer.</param>
    public static BrowserLayer Quantize(WeightArray weight, WeightArray bias, bool relu, BrowserPicture? over = null)
    {
        var (outputs, row) = (weight.Shape[0], weight.Values.Length / weight.Shape[0]);
        var scales = new float[outputs];
        var levels = new char[weight.Values.Length];
        for (var i = 0; i < outputs; i++)
        {
            scales[i] = WeightLevels.Quantize(weight.Values.AsSpan(i * row, row), levels.AsSpan(i * row, row));
        }

        return new BrowserLayer(weight.Shape[1], outputs, relu, scales, bias.Values, new string(levels), over);
    }

    /// <summary>How many weights an output is made of.</summary>
    [JsonIgnore]
    public int RowLength => Over is null ? Inputs : Inputs * BrowserPicture.FilterArea;

    /// <summary>[outputs, inputs], of a convolution [outputs, inputs, 3, 3], as the browser computes with them.</summary>
    /// <exception cref="InvalidDataException">There are more or fewer weights, scales or biases than the layer has, or a character is no
    /// level.</exception>
    public float[] Dequantize()
    {
        if (Weights.Length != RowLength * Outputs || Scales.Length != Outputs || Biases.Length != Outputs)
        {
            throw new InvalidDataException(
                $"{Weights.Length} weights, {Scales.Length} scales and {Biases.Length} biases are no layer from {Inputs} to {Outputs}");
        }

        var weights = new float[Weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = WeightLevels.LevelOf(Weights[i]) * Scales[i / RowLength];
        }

        return weights;
    }
}

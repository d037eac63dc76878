using Glassy.Runs;

namespace Glassy.Drawing;

/// <summary>A dense layer as browsers get it: outputs = weights · inputs + biases, then ReLU where asked for.</summary>
/// <param name="Inputs">Length of what comes in.</param>
/// <param name="Outputs">Length of what goes out.</param>
/// <param name="Relu">Whether max(x, 0) follows.</param>
/// <param name="Scales">[outputs], by which the levels of a row are multiplied.</param>
/// <param name="Biases">[outputs].</param>
/// <param name="Weights">[outputs, inputs], one of <see cref="WeightLevels"/> each.</param>
public sealed record BrowserLayer(int Inputs, int Outputs, bool Relu, float[] Scales, float[] Biases, string Weights)
{
    /// <summary>Rounds a layer's weights; the biases stay as they are.</summary>
    /// <param name="weight">[outputs, inputs].</param>
    /// <param name="bias">[outputs].</param>
    /// <param name="relu">Whether ReLU follows.</param>
    public static BrowserLayer Quantize(WeightArray weight, WeightArray bias, bool relu)
    {
        var (outputs, inputs) = (weight.Shape[0], weight.Shape[1]);
        var scales = new float[outputs];
        var levels = new char[weight.Values.Length];
        for (var row = 0; row < outputs; row++)
        {
            scales[row] = WeightLevels.Quantize(weight.Values.AsSpan(row * inputs, inputs), levels.AsSpan(row * inputs, inputs));
        }

        return new BrowserLayer(inputs, outputs, relu, scales, bias.Values, new string(levels));
    }

    /// <summary>[outputs, inputs], as the browser computes with them.</summary>
    /// <exception cref="InvalidDataException">There are more or fewer weights, scales or biases than the layer has, or a character is no level.</exception>
    public float[] Dequantize()
    {
        if (Weights.Length != Inputs * Outputs || Scales.Length != Outputs || Biases.Length != Outputs)
        {
            throw new InvalidDataException(
                $"{Weights.Length} weights, {Scales.Length} scales and {Biases.Length} biases are no layer from {Inputs} to {Outputs}");
        }

        var weights = new float[Weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = WeightLevels.LevelOf(Weights[i]) * Scales[i / Inputs];
        }

        return weights;
    }
}

using Glassy.Onnx;

namespace Glassy.Tests;

/// <summary>Models in ONNX's form that are made up, small enough to be worked out by hand.</summary>
internal static class SmallOnnx
{
    private static readonly int[] AxesOfNchw = [2, 3];
    private static readonly int[] AxesOfNhwc = [1, 2];

    /// <summary>Names of classes that no file names.</summary>
    public static IReadOnlyList<string> Classes(int count) => [.. Enumerable.Range(0, count).Select(label => $"class {label}")];

    /// <summary>A dense layer over all numbers of a picture: input · weightᵀ + bias.</summary>
    /// <param name="lengths">Of the input's dimensions; a name where any length is allowed.</param>
    /// <param name="weight">[classes][numbers].</param>
    /// <param name="bias">[classes]; zeros without it.</param>
    /// <param name="softmax">Whether it gives probabilities.</param>
    public static byte[] Dense(object[] lengths, float[][] weight, float[]? bias = null, bool softmax = false)
    {
        var writer = new OnnxWriter("dense");
        writer.Input("x", lengths);
        writer.Weights("w", [weight.Length, weight[0].Length], [.. weight.SelectMany(row => row)]);
        writer.Weights("b", [weight.Length], bias ?? new float[weight.Length]);
        writer.Operator("Flatten", ["x"], "flat", ("axis", 1));
        writer.Operator("Gemm", ["flat", "w", "b"], "logits", ("transB", 1));
        if (softmax)
        {
            writer.Operator("Softmax", ["logits"], "probabilities", ("axis", 1));
        }

        writer.Output(softmax ? "probabilities" : "logits", lengths[0], weight.Length);
        return writer.Write("made up", "1.0");
    }

    /// <summary>A dense layer over the mean of each channel, for pictures of any size.</summary>
    /// <param name="lengths">Of the input's dimensions.</param>
    /// <param name="isChannelsLast">Whether it wants [pictures, height, width, channels].</param>
    /// <param name="weight">[classes][channels].</param>
    /// <param name="bias">[classes]; zeros without it.</param>
    /// <param name="metadata">What the file says besides.</param>
    public static byte[] MeanOfChannels(
        object[] lengths,
        bool isChannelsLast,
        float[][] weight,
        float[]? bias = null,
        params IReadOnlyList<(string Key, string Value)> metadata)
    {
        var writer = new OnnxWriter("means");
        writer.Input("x", lengths);
        writer.Weights("w", [weight.Length, weight[0].Length], [.. weight.SelectMany(row => row)]);
        writer.Weights("b", [weight.Length], bias ?? new float[weight.Length]);
        writer.Operator("ReduceMean", ["x"], "means", ("axes", isChannelsLast ? AxesOfNhwc : AxesOfNchw), ("keepdims", 0));
        writer.Operator("Gemm", ["means", "w", "b"], "logits", ("transB", 1));
        writer.Output("logits", lengths[0], weight.Length);
        foreach (var (key, value) in metadata)
        {
            writer.Metadata(key, value);
        }

        return writer.Write("made up", "1.0");
    }
}

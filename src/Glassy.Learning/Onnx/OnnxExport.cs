using System.Text.Json;
using Glassy.Imaging;
using Glassy.Models;
using Glassy.Runs;

namespace Glassy.Onnx;

/// <summary>
/// Writes a run's model in ONNX's form: levels from 0 to 1 in, as [pictures, channels, height, width], probabilities out. What the recipe's
/// normalisation does to levels is part of the graph; its steps of preprocessing are not.
/// </summary>
public static class OnnxExport
{
    public const string Input = "input";
    public const string Output = "probabilities";

    /// <summary>What its files say wrote them.</summary>
    internal const string Producer = "Glassy";

    /// <summary>In a file's metadata, the id of the run that it was exported from.</summary>
    internal const string RunKey = "run";

    private const string Pictures = "pictures";

    /// <summary>Any number between 0 and the smallest norm of a column that is not dark, 1/255: it divides columns of zeros.</summary>
    private const float SmallNorm = 1e-4f;

    private static readonly int[] Rows = [2];
    private static readonly int[] Filter = [ConvolutionLayer.Side, ConvolutionLayer.Side];
    private static readonly int[] BeyondEdges = [1, 1, 1, 1];
    private static readonly int[] Pool = [MaxPoolingLayer.Side, MaxPoolingLayer.Side];
    private static readonly int[] ChannelsLast = [0, 2, 3, 1];

    /// <param name="run">One that was trained here.</param>
    /// <param name="weights">Its weights.</param>
    /// <returns>The file.</returns>
    /// <exception cref="InvalidDataException">The weights are of another model.</exception>
    public static byte[] Write(Run run, ModelWeights weights)
    {
        var (shape, model, options) = (run.Dataset.Shape, run.OwnModel, run.OwnOptions);
        var writer = new OnnxWriter(model.Name);
        writer.Input(Input, Pictures, shape.Channels, shape.Height, shape.Width);
        var value = Normalize(writer, options.Normalize);
        var (length, channels) = (shape.Length, shape.Channels);
        var last = model.Layers.Last(layer => layer.Type == "Dense").Name;
        foreach (var layer in model.Layers)
        {
            (value, length, channels) = Add(writer, layer, value, weights, isLast: layer.Name == last, length, channels);
        }

        writer.Operator("Softmax", [value], Output, ("axis", 1));
        writer.Output(Output, Pictures, run.Dataset.Classes.Count);
        Describe(writer, run, options, shape);
        return writer.Write(Producer, typeof(OnnxExport).Assembly.GetName().Version?.ToString(3) ?? "");
    }

    /// <summary>From levels in 0..1 to what <see cref="InputNormalizer"/> makes of levels in 0..255.</summary>
    /// <returns>The name of the result.</returns>
    private static string Normalize(OnnxWriter writer, Normalization normalize)
    {
        switch (normalize)
        {
            case Normalization.UnitColumns:
                writer.Weights("small_norm", [], [SmallNorm]);
                writer.Operator("ReduceL2", [Input], "column_norms", ("axes", Rows), ("keepdims", 1));
                writer.Operator("Max", ["column_norms", "small_norm"], "column_divisors");
                writer.Operator("Div", [Input, "column_divisors"], "unit_columns");
                return "unit_columns";
            case Normalization.None:
                writer.Weights("largest_level", [], [byte.MaxValue]);
                writer.Operator("Mul", [Input, "largest_level"], "levels");
                return "levels";
            default:
                return Input;
        }
    }

    /// <summary>
    /// Adds a layer of the program's own networks, which are [B, H, W, C] between convolutions where ONNX has [B, C, H, W].
    /// </summary>
    /// <returns>The name of its result, how many numbers that has for a picture, and its channels.</returns>
    private static (string Value, int Length, int Channels) Add(
        OnnxWriter writer, ModelLayer layer, string value, ModelWeights weights, bool isLast, int length, int channels)
    {
        var (name, outputs) = (layer.Name, layer.OutputShape[^1]);
        switch (layer.Type)
        {
            case "Conv2D":
                AddWeights(writer, weights, name, [outputs, channels, .. Filter]);
                writer.Operator("Conv", [value, $"{name}.weight", $"{name}.bias"], name, ("kernel_shape", Filter), ("pads", BeyondEdges));
                return (name, layer.OutputShape.Aggregate(1, (product, side) => product * side), outputs);
            case "MaxPooling2D":
                writer.Operator("MaxPool", [value], name, ("kernel_shape", Pool), ("strides", Pool));
                return (name, layer.OutputShape.Aggregate(1, (product, side) => product * side), channels);
            case "ReLU":
                writer.Operator("Relu", [value], name);
                return (name, length, channels);
            case "Flatten":
                writer.Operator("Transpose", [value], $"{name}.channels_last", ("perm", ChannelsLast));
                writer.Operator("Flatten", [$"{name}.channels_last"], name, ("axis", 1));
                return (name, length, channels);
            case "Dense":
                AddWeights(writer, weights, name, [outputs, length]);
                writer.Operator("Gemm", [value, $"{name}.weight", $"{name}.bias"], name, ("transB", 1));
                return (isLast ? name : Relu(writer, name), outputs, channels);
            case "Dropout":
                return (value, length, channels); // it is at work in training alone
            default:
                throw new InvalidDataException(
                    $"{name}: a layer of type {layer.Type} cannot be written as ONNX, expected those of cnn and mlp");
        }
    }

    private static void AddWeights(OnnxWriter writer, ModelWeights weights, string layer, int[] shape)
    {
        writer.Weights($"{layer}.weight", shape, weights.Get($"{layer}.weight", shape));
        writer.Weights($"{layer}.bias", [shape[0]], weights.Get($"{layer}.bias", shape[0]));
    }

    private static string Relu(OnnxWriter writer, string value)
    {
        writer.Operator("Relu", [value], $"{value}.relu");
        return $"{value}.relu";
    }

    private static void Describe(OnnxWriter writer, Run run, TrainingOptions options, ImageShape shape)
    {
        writer.Metadata("classes", JsonSerializer.Serialize(run.Dataset.Classes));
        writer.Metadata(
            "input", FormattableString.Invariant($"levels from 0 to 1, [pictures, {shape.Channels}, {shape.Height}, {shape.Width}]"));
        writer.Metadata("normalization", $"{JsonNamingPolicy.KebabCaseLower.ConvertName(options.Normalize.ToString())}, part of the graph");
        writer.Metadata(
            "preprocessing", options.Preprocess == PreprocessingNames.None ? "none" : $"{options.Preprocess}, to be done before");
        writer.Metadata("dataset", run.Dataset.Name);
        writer.Metadata(RunKey, run.Id);
    }
}

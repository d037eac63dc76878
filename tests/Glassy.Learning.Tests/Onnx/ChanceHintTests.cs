using Glassy.Datasets;
using Glassy.Imaging;
using Glassy.Metrics;
using Glassy.Onnx;
using Glassy.Progress;

namespace Glassy.Tests.Onnx;

/// <summary>Pictures that go in wrongly are pointed out, with the line to write.</summary>
public sealed class ChanceHintTests
{
    private static readonly ImageShape Shape = new(2, 3, 3);

    /// <summary>A class for each channel, which is bright.</summary>
    private static LabeledImages Images(int count) => new(
        Shape,
        [.. Enumerable.Range(0, count * Shape.Length).Select(i => (byte)(i % 3 == i / Shape.Length % 3 ? 200 : 20))],
        [.. Enumerable.Range(0, count).Select(i => i % 3)]);

    private static readonly float[][] Diagonal = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];

    [Fact]
    public void Levels_of_another_range_than_the_models_are_pointed_out()
    {
        var needsBytes = SmallOnnx.MeanOfChannels(["n", 3, 2, 3], isChannelsLast: false, Diagonal, [50, 0, 0]);
        Assert.Equal(
            "net.onnx: 33.3% of the pictures are right, about as many as by chance; with `range: 0-255` in its `input`, 30 of 30 are: is it what it was trained on?",
            HintOf(needsBytes, new OnnxInput()));
        Assert.Null(HintOf(needsBytes, new OnnxInput { Range = LevelRange.Bytes }));
    }

    [Fact]
    public void Of_many_pictures_a_sample_is_tried() =>
        Assert.Contains(
            "500 of 500 are",
            HintOf(SmallOnnx.MeanOfChannels(["n", 3, 2, 3], isChannelsLast: false, Diagonal, [50, 0, 0]), new OnnxInput(), 1201),
            StringComparison.Ordinal);

    [Fact]
    public void Another_order_of_the_numbers_is_pointed_out()
    {
        float[][] weight =
        [
            .. Enumerable.Range(0, 3).Select(label => Enumerable.Range(0, Shape.Length).Select(i => i % 3 == label ? 1f : 0).ToArray())
        ];
        var model = SmallOnnx.Dense(["n", 18], weight);
        Assert.Contains("with `layout: nhwc` in its `input`, 30 of 30 are", HintOf(model, new OnnxInput()), StringComparison.Ordinal);
        Assert.Null(HintOf(model, new OnnxInput { Layout = PixelLayout.Nhwc }));
    }

    [Fact]
    public void Both_together_are_found()
    {
        float[][] weight =
        [
            .. Enumerable.Range(0, 3).Select(label => Enumerable.Range(0, Shape.Length).Select(i => i % 3 == label ? 1f : 0).ToArray())
        ];
        Assert.Contains(
            "with `layout: nhwc, range: 0-255`",
            HintOf(SmallOnnx.Dense(["n", 18], weight, [300, 0, 0]), new OnnxInput()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_said_of_a_model_that_no_input_helps() =>
        Assert.Null(
            HintOf(SmallOnnx.MeanOfChannels(["n", 3, 2, 3], isChannelsLast: false, [[0, 0, 0], [0, 0, 0], [0, 0, 0]]), new OnnxInput()));

    private static string? HintOf(byte[] content, OnnxInput input, int count = 30)
    {
        var images = Images(count);
        using var model = OnnxModel.Open(content, "net.onnx", input, Shape, SmallOnnx.Classes(3));
        var made = OnnxEvaluator.Evaluate(model, "net.onnx", images, ScoreKind.Logits, NoProgress.Instance, CancellationToken.None);
        var dataset = new ImageDataset("small", ["r", "g", "b"], images, images);
        return ChanceHint.Of(content, "net.onnx", input, model.Origin, dataset, made.Predictions, CancellationToken.None)?.ToString();
    }
}

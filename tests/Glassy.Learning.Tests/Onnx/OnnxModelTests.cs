using Glassy.Datasets;
using Glassy.Imaging;
using Glassy.Metrics;
using Glassy.Onnx;
using Glassy.Progress;

namespace Glassy.Tests.Onnx;

/// <summary>What a model in ONNX's form is given, and what it gives.</summary>
public sealed class OnnxModelTests
{
    private static readonly ImageShape OnePixel = new(1, 1, 1);
    private static readonly ImageShape OneColour = new(1, 1, 3);

    /// <summary>Gives three channels of one pixel as they come.</summary>
    private static byte[] Mirror(params object[] lengths) => SmallOnnx.Dense(lengths, [[1, 0, 0], [0, 1, 0], [0, 0, 1]]);

    [Fact]
    public void Logits_become_the_softmax_worked_out_by_hand()
    {
        var result = Evaluate(
            SmallOnnx.Dense(["n", 1, 1, 1], [[0], [MathF.Log(3)]]), new LabeledImages(OnePixel, [255, 0], [0, 1]), bias: true);

        Assert.Equal(ScoreKind.Logits, result.Scores);
        Assert.Equal([0.25f, 0.75f], result.Predictions[0].Probabilities, (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal([0.5f, 0.5f], result.Predictions[1].Probabilities, (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal([1, 0], result.Predictions.Select(prediction => prediction.Predicted));
        Assert.Equal([0, 1], result.Predictions.Select(prediction => prediction.Label));
    }

    [Fact]
    public void Probabilities_are_recognised_and_taken_as_they_are()
    {
        var result = Evaluate(
            SmallOnnx.Dense(["n", 1, 1, 1], [[0], [MathF.Log(3)]], softmax: true), new LabeledImages(OnePixel, [255, 0], [0, 1]));

        Assert.Equal((ScoreKind.Probabilities, false), (result.Scores, result.AreScoresDeclared));
        Assert.Equal([0.25f, 0.75f], result.Predictions[0].Probabilities, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Numbers_in_0_to_1_that_do_not_sum_to_1_are_refused_unless_they_are_declared_logits()
    {
        var model = SmallOnnx.Dense(["n", 1, 1, 1], [[0.25f], [0.5f]]);
        var images = new LabeledImages(OnePixel, [255], [0]);

        var mistake = Assert.Throws<InvalidDataException>(() => Evaluate(model, images));
        Assert.StartsWith(
            "net.onnx: its outputs for picture 0 are 0.25 to 0.5 and sum to 0.75, expected probabilities that sum to 1; logits are said by `scores: logits`",
            mistake.Message,
            StringComparison.Ordinal);
        Assert.True(Evaluate(model, images, ScoreKind.Logits).AreScoresDeclared);
    }

    [Theory]
    [InlineData(LevelRange.Unit, 0.2f, 0.4f, 1f)]
    [InlineData(LevelRange.Bytes, 51f, 102f, 255f)]
    public void Levels_are_divided_by_255_or_left(LevelRange range, float red, float green, float blue) =>
        Assert.Equal(
            [red, green, blue],
            Read(Mirror("n", 3, 1, 1), new OnnxInput { Range = range }, OneColour, [51, 102, 255], 3),
            (a, b) => Math.Abs(a - b) < 1e-6);

    [Fact]
    public void Mean_and_deviation_are_taken_off_each_channel_in_its_order()
    {
        var input = new OnnxInput { Mean = [0.1, 0.2, 0.3], Std = [1, 2, 0.5] };
        Assert.Equal([0.1f, 0.1f, 1.4f], Read(Mirror("n", 3, 1, 1), input, OneColour, [51, 102, 255], 3), (a, b) => Math.Abs(a - b) < 1e-6);

        input = new OnnxInput { Mean = [0.2], Std = [2] };
        Assert.Equal([0f, 0.1f, 0.4f], Read(Mirror("n", 3, 1, 1), input, OneColour, [51, 102, 255], 3), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Theory]
    [InlineData(3, 2, 4, null, PixelLayout.Nchw)] // told by where 3 stands
    [InlineData(2, 4, 3, null, PixelLayout.Nhwc)]
    [InlineData(3, -1, -1, PixelLayout.Nchw, PixelLayout.Nchw)]
    [InlineData(-1, -1, -1, PixelLayout.Nhwc, PixelLayout.Nhwc)]
    [InlineData(-1, -1, -1, null, PixelLayout.Nchw)]
    public void Channels_stand_where_the_model_wants_them(int first, int second, int third, PixelLayout? said, PixelLayout expected)
    {
        object[] lengths = ["n", .. new[] { first, second, third }.Select((length, i) => length < 0 ? (object)$"any{i}" : length)];
        var model = SmallOnnx.MeanOfChannels(lengths, expected == PixelLayout.Nhwc, [[255, 0, 0], [0, 255, 0], [0, 0, 255]]);
        byte[] picture = [.. Enumerable.Range(0, 8).SelectMany(i => new[] { (byte)(10 + i), (byte)100, (byte)(200 + (2 * i)) })];

        var means = Read(
            model, new OnnxInput { Layout = said, Size = third < 0 ? new PixelSize(4, 2) : null }, new ImageShape(2, 4, 3), picture, 3);

        Assert.Equal([13.5f, 100f, 207f], means, (a, b) => Math.Abs(a - b) < 1e-3);
    }

    [Fact]
    public void A_picture_may_go_in_as_a_row_or_without_channels()
    {
        float[][] weight = [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]];
        var (shape, bytes) = (new ImageShape(2, 2, 1), new OnnxInput { Range = LevelRange.Bytes });
        Assert.Equal([1f, 2, 3, 4], Read(SmallOnnx.Dense(["n", 4], weight), bytes, shape, [1, 2, 3, 4], 4));
        Assert.Equal([1f, 2, 3, 4], Read(SmallOnnx.Dense(["n", 2, 2], weight), bytes, shape, [1, 2, 3, 4], 4));
    }

    [Fact]
    public void Pictures_are_scaled_and_converted_only_where_the_recipe_says_so()
    {
        var model = Mirror("n", 3, 1, 1);
        var picture = new ImageShape(2, 2, 1);
        var mistake = Assert.Throws<InvalidDataException>(() => Read(model, new OnnxInput(), picture, [0, 0, 255, 255], 3));
        Assert.Equal(
            "net.onnx: its input 'x' is [?, 3, 1, 1], and the pictures are 2×2 in grey: to have them scaled, say `input: { size: 1, channels: 3 }`",
            mistake.Message);

        var scaled = Read(
            model, new OnnxInput { Size = new PixelSize(1, 1), Channels = 3, Range = LevelRange.Bytes }, picture, [0, 0, 255, 255], 3);
        Assert.Equal([128f, 128, 128], scaled, (a, b) => Math.Abs(a - b) < 1.01);
    }

    [Fact]
    public void Colour_becomes_grey_by_its_luma()
    {
        var grey = Read(
            SmallOnnx.Dense(["n", 1, 1, 1], [[1], [2]]),
            new OnnxInput { Channels = 1, Range = LevelRange.Bytes },
            OneColour,
            [100, 200, 50],
            2);
        Assert.Equal([153f, 306], grey); // 0.299 · 100 + 0.587 · 200 + 0.114 · 50 = 153
    }

    [Theory]
    [InlineData("n")]
    [InlineData(4)] // a batch of four that the last pictures do not fill
    [InlineData(1)]
    public void More_pictures_than_a_batch_keep_their_order(object batch)
    {
        var labels = Enumerable.Range(0, 1030).Select(i => i % 251).ToArray();
        using var model = Open(SmallOnnx.Dense([batch, 1, 1, 1], [[1], [0]]), new OnnxInput { Range = LevelRange.Bytes }, OnePixel, 2);
        var reported = new List<int>();
        var read = model.Read(
            i => new[] { (byte)labels[i] }, labels.Length, done => { lock (reported) { reported.Add(done); } }, CancellationToken.None);

        Assert.Equal(labels.Select(label => (float)label), read.Select(row => row[0]));
        Assert.Equal(labels.Length, reported.Max());
    }

    [Fact]
    public void The_same_pictures_give_the_same_bits()
    {
        var random = new Random(1);
        float[][] weight =
        [
            .. Enumerable.Range(0, 10).Select(_ => Enumerable.Range(0, 400).Select(_ => random.NextSingle() - 0.5f).ToArray())
        ];
        var (shape, pixels) = (new ImageShape(20, 20, 1), new byte[300 * 400]);
        random.NextBytes(pixels);
        var content = SmallOnnx.Dense(["n", 1, 20, 20], weight);
        var runs = Enumerable.Range(0, 3).Select(_ =>
        {
            using var model = Open(content, new OnnxInput(), shape, 10);
            return model.Read(i => pixels.AsMemory(i * 400, 400), 300, _ => { }, CancellationToken.None).SelectMany(row => row).ToArray();
        }).ToList();

        Assert.Equal(runs[0], runs[1]);
        Assert.Equal(runs[0], runs[2]);
    }

    [Fact]
    public void What_the_file_says_of_itself_is_described()
    {
        using var model = Open(
            SmallOnnx.Dense(["n", 1, 2, 2], [[1, 2, 3, 4], [5, 6, 7, 8]], [1, 2], softmax: true),
            new OnnxInput(),
            new ImageShape(2, 2, 1),
            2);

        Assert.Equal("made up 1.0", model.Producer);
        Assert.Equal((10L, 40L), (model.Info.Parameters, model.Info.Bytes));
        Assert.Equal(
            ["x (Input) 1×2×2: 0", "probabilities (3 operators) 2: 10"],
            model.Info.Layers.Select(layer => $"{layer.Name} ({layer.Type}) {string.Join('×', layer.OutputShape)}: {layer.Parameters}"));
        Assert.Matches("^[0-9a-f]{64}$", model.Origin.Sha256);
    }

    [Fact]
    public void Cancelled_it_reads_nothing()
    {
        using var model = Open(SmallOnnx.Dense(["n", 1, 1, 1], [[1], [0]]), new OnnxInput(), OnePixel, 2);
        Assert.Throws<OperationCanceledException>(() => model.Read(_ => new byte[1], 1, _ => { }, new CancellationToken(canceled: true)));
    }

    private static OnnxModel Open(byte[] content, OnnxInput input, ImageShape pictures, int classes) =>
        OnnxModel.Open(content, "net.onnx", input, pictures, SmallOnnx.Classes(classes));

    private static float[] Read(byte[] content, OnnxInput input, ImageShape shape, byte[] picture, int classes)
    {
        using var model = Open(content, input, shape, classes);
        return Assert.Single(model.Read(_ => picture, 1, _ => { }, CancellationToken.None));
    }

    private static Foreign.ForeignPredictions Evaluate(byte[] content, LabeledImages images, ScoreKind? declared = null, bool bias = false)
    {
        using var model = Open(content, new OnnxInput(), images.Shape, 2);
        return OnnxEvaluator.Evaluate(
            model, "net.onnx", images, bias ? ScoreKind.Logits : declared, NoProgress.Instance, CancellationToken.None);
    }
}

using System.Text;
using Glassy.Imaging;
using Glassy.Onnx;

namespace Glassy.Tests.Onnx;

/// <summary>Each file that is no model for these pictures says so in one line, with the way out.</summary>
public sealed class OnnxMistakeTests
{
    private static readonly ImageShape Digits = new(4, 4, 1);
    private static readonly float[][] TwoClasses = [new float[16], new float[16]];

    public static TheoryData<string, string> Mistakes => new()
    {
        { "text", "net.onnx: is no ONNX model, or is cut off (" },
        { "empty", "net.onnx: is no ONNX model: it has no graph with operators; write it anew, as with torch.onnx.export" },
        { "two inputs", "net.onnx: it has 2 inputs (x, y), expected one: the pictures; export it with the others as constants" },
        { "rank 5", "net.onnx: its input 'x' is [?, 1, 4, 4, 1], expected 4 dimensions: [pictures, channels, height, width] or [pictures, height, width, channels]; export it with a picture as its input" },
        { "rank 1", "net.onnx: its input 'x' is [16], expected 4 dimensions" },
        { "no size", "net.onnx: its input 'x' is [?, 1, ?, ?], of no fixed size: say which it was trained on by `input: { size: 4 }` (the pictures are 4×4 in grey)" },
        { "other row", "net.onnx: its input 'x' is [?, 17], and pictures of 4×4 in grey are 16 numbers: say the size that it was trained on by `input: { size: 28, channels: 1 }`" },
        { "two channels", "net.onnx: its input 'x' is [?, 2, 4, 4], which has 2 channels, expected 1 (grey) or 3 (red, green, blue); is their order another? say `input: { layout: nhwc }`" },
        { "unknown operator", "net.onnx: ONNX Runtime 1.31.1 cannot load it (" },
        { "classes", "net.onnx: it gives 2 numbers a picture, expected 3, one for each class of the dataset, in its order; is it the model of this dataset?" },
        { "no number", "net.onnx: its output for picture 0 is NaN, expected finite numbers; are mean, std and range of `input` those that it was trained with?" },
        { "elsewhere", "net.onnx: some of its weights are in another file ('net.data'), expected all in one: write it anew by onnx.save(onnx.load(…), …), or with external_data=False in torch.onnx.export" },
        { "elsewhere in a node", "net.onnx: some of its weights are in another file ('net.data'), expected all in one" },
        { "elsewhere in a branch", "net.onnx: some of its weights are in another file ('net.data'), expected all in one" },
        { "elsewhere and sparse", "net.onnx: some of its weights are in another file ('net.data'), expected all in one" },
        { "elsewhere in a function", "net.onnx: some of its weights are in another file ('net.data'), expected all in one" },
        { "not computable", "net.onnx: ONNX Runtime 1.31.1 cannot compute it for pictures of [1, 1, 4, 4] (" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_one_line_with_the_way_out(string kind, string message)
    {
        var mistake = Assert.Throws<InvalidDataException>(() =>
            Read(Make(kind), kind == "classes" ? 3 : 2, new OnnxInput { Size = kind == "not computable" ? new PixelSize(4, 4) : null }));

        Assert.StartsWith(message, mistake.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', mistake.Message);
    }

    [Theory]
    [InlineData("size", "and `input.size` says 8x8 (width x height): leave it out, or write 4")]
    [InlineData("channels", "and `input.channels` says 3: leave it out, or write 1")]
    public void What_contradicts_the_model_is_refused(string key, string message)
    {
        var input = key == "size" ? new OnnxInput { Size = new PixelSize(8, 8) } : new OnnxInput { Channels = 3 };
        var mistake = Assert.Throws<InvalidDataException>(() => Read(Make("good"), 2, input));
        Assert.Equal($"net.onnx: its input 'x' is [?, 1, 4, 4], {message}", mistake.Message);
    }

    [Fact]
    public void As_many_means_as_channels_are_expected() => Assert.Equal(
        "net.onnx: `input.mean` has 3 numbers, expected 1: the pictures have one channel",
        Assert.Throws<InvalidDataException>(() => Read(Make("good"), 2, new OnnxInput { Mean = [1, 2, 3] })).Message);

    [Fact]
    public void Every_cut_file_and_every_changed_byte_gives_numbers_or_one_line()
    {
        var whole = Make("good");
        var random = new Random(1);
        var damaged = Enumerable.Range(0, whole.Length).Select(length => whole[..length]).Concat(Enumerable.Range(0, 400).Select(_ =>
        {
            var changed = whole.ToArray();
            changed[random.Next(whole.Length)] = (byte)random.Next(256);
            return changed;
        }));

        var refused = 0;
        foreach (var content in damaged)
        {
            try
            {
                Read(content, 2);
            }
            catch (InvalidDataException mistake)
            {
                refused++;
                Assert.StartsWith("net.onnx: ", mistake.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', mistake.Message);
            }
        }

        Assert.InRange(refused, whole.Length, whole.Length + 400);
    }

    private static float[][] Read(byte[] content, int classes, OnnxInput? input = null)
    {
        using var model = OnnxModel.Open(content, "net.onnx", input ?? new OnnxInput(), Digits, SmallOnnx.Classes(classes));
        return model.Read(_ => new byte[16], 1, _ => { }, CancellationToken.None);
    }

    private static byte[] Make(string kind) => kind switch
    {
        "text" => Encoding.UTF8.GetBytes("these are not the weights that were looked for"),
        "empty" => [],
        "rank 5" => SmallOnnx.Dense(["n", 1, 4, 4, 1], TwoClasses),
        "rank 1" => Means("x", "x", [16]),
        "no size" => SmallOnnx.Dense(["n", 1, "h", "w"], TwoClasses),
        "other row" => SmallOnnx.Dense(["n", 17], [new float[17], new float[17]]),
        "two channels" => SmallOnnx.Dense(["n", 2, 4, 4], [new float[32], new float[32]]),
        "two inputs" => Means("x", "y", ["n", 2]),
        "unknown operator" => Unknown(),
        "no number" => SmallOnnx.Dense(["n", 1, 4, 4], TwoClasses, [float.NaN, 0]),
        "elsewhere" => Model(Field(5, Elsewhere)),
        "elsewhere in a node" => Model(Field(1, Field(5, Field(5, Elsewhere)))),
        "elsewhere in a branch" => Model(Field(1, Field(5, Field(6, Field(5, Elsewhere))))),
        "elsewhere and sparse" => Model(Field(15, Field(1, Elsewhere))),
        "elsewhere in a function" => [.. Model([]), .. LongField(25, Field(7, Field(5, Field(5, Elsewhere))))],
        "not computable" => SmallOnnx.Dense(["n", 1, "h", "w"], [new float[9], new float[9]]),
        _ => SmallOnnx.Dense(["n", 1, 4, 4], TwoClasses),
    };

    /// <summary>A tensor whose numbers are in another file.</summary>
    private static byte[] Elsewhere =>
        [.. Field(2, 1), .. Field(13, [.. Field(1, "location"u8), .. Field(2, "net.data"u8)]), .. Field(14, 1)];

    /// <summary>A graph with one operator, and more.</summary>
    private static byte[] Model(byte[] more) => [.. Field(1, 7), .. Field(7, [.. Field(1, Field(4, "Relu"u8)), .. more])];

    private static byte[] Means(string first, string second, object[] lengths)
    {
        var writer = new OnnxWriter("sum");
        foreach (var input in new[] { first, second }.Distinct())
        {
            writer.Input(input, lengths);
        }

        writer.Operator("Add", [first, second], "sum");
        writer.Output("sum", lengths);
        return writer.Write("made up", "1.0");
    }

    private static byte[] Unknown()
    {
        var writer = new OnnxWriter("unknown");
        writer.Input("x", "n", 1, 4, 4);
        writer.Operator("NoSuchOperator", ["x"], "y");
        writer.Output("y", "n", 2);
        return writer.Write("made up", "1.0");
    }

    /// <summary>
    /// A field of Protocol Buffers, written by hand: its contents are shorter than 128 bytes, and its number is below 16.
    /// </summary>
    private static byte[] Field(int number, ReadOnlySpan<byte> content) => [(byte)((number << 3) | 2), (byte)content.Length, .. content];

    /// <summary>One whose number is 16 or more, so that its tag has two bytes.</summary>
    private static byte[] LongField(int number, ReadOnlySpan<byte> content) =>
        [(byte)(((number << 3) | 2 | 0x80) & 0xFF), (byte)(number >> 4), (byte)content.Length, .. content];

    private static byte[] Field(int number, byte value) => [(byte)(number << 3), value];
}

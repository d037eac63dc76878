using Glassy.Imaging;
using Glassy.Onnx;

namespace Glassy.Tests.Onnx;

/// <summary>The classes that a file names, and in which order its outputs are then.</summary>
public sealed class OnnxClassesTests
{
    private static readonly string[] Pets = ["cat", "dog", "rabbit"];

    [Theory]
    [InlineData("classes", "[\"dog\", \"cat\", \"rabbit\"]")]
    [InlineData("names", "{0: 'dog', 1: 'cat', 2: 'rabbit'}")]
    [InlineData("names", "{\"2\": \"rabbit\", \"1\": \"cat\", \"0\": \"dog\"}")]
    [InlineData("class_names", " ['Dog', 'CAT', 'rabbit'] ")]
    [InlineData("names", "{'dog': 0, 'cat': 1, 'rabbit': 2}")]
    public void Outputs_in_another_order_are_matched_by_name(string key, string value) => Assert.Equal([1, 0, 2], OrderOf((key, value)));

    [Theory]
    [InlineData("classes", "[\"cat\", \"dog\", \"rabbit\"]")]
    [InlineData("names", "['0', '1', '2']")]
    [InlineData("names", "no list")]
    [InlineData("names", "{0: 'cat', 5: 'dog'}")]
    [InlineData("names", "['cat', dog]")]
    [InlineData("author", "['dog', 'cat', 'rabbit']")]
    public void The_same_order_numbers_and_what_names_no_classes_change_nothing(string key, string value) =>
        Assert.Null(OrderOf((key, value)));

    [Fact]
    public void Names_may_have_quotes_and_letters_that_are_written_as_numbers() =>
        Assert.Equal([1, 0], OnnxClasses.OrderIn(Net(2, ("names", "[\"caf\\u00e9\", 'dog\\'s']")), "net.onnx", ["dog's", "café"]));

    [Theory]
    [InlineData(
        "['cat', 'dog', 'emu']",
        "net.onnx: its metadata names the classes cat, dog, emu, and not 'rabbit' of the dataset, expected the dataset's in any order; is it the model of this dataset?")]
    [InlineData(
        "['cat', 'dog', 'emu', 'rabbit']",
        "net.onnx: its metadata names 4 classes, 'emu' among them, and the dataset has 3; is it the model of this dataset?")]
    public void Other_classes_are_refused(string value, string message) => Assert.StartsWith(
        message, Assert.Throws<InvalidDataException>(() => OrderOf(("names", value))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_models_numbers_are_in_the_datasets_order_then()
    {
        using var model = OnnxModel.Open(
            SmallOnnx.MeanOfChannels(
                ["n", 1, 1, 1], isChannelsLast: false, [[0], [0], [0]], [10, 20, 30], ("names", "['rabbit', 'cat', 'dog']")),
            "net.onnx", new OnnxInput(), new ImageShape(1, 1, 1), Pets);

        Assert.Equal([20f, 30f, 10f], Assert.Single(model.Read(_ => new byte[1], 1, _ => { }, CancellationToken.None)));
        Assert.Equal(
            "net.onnx: its outputs are in another order than the dataset's classes ('cat' is its output 1, in the dataset class 0, from 0): they are matched by the names in its metadata",
            OnnxClasses.Note(model.Order!, "net.onnx", Pets).ToString()); // it has one
    }

    private static IReadOnlyList<int>? OrderOf((string Key, string Value) metadata) =>
        OnnxClasses.OrderIn(Net(3, metadata), "net.onnx", Pets);

    private static byte[] Net(int classes, (string Key, string Value) metadata) =>
        SmallOnnx.MeanOfChannels(
            ["n", 1, 1, 1], isChannelsLast: false, [.. Enumerable.Range(0, classes).Select(_ => new float[1])], bias: null, metadata);
}

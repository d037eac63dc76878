using System.Text;
using System.Text.Json;
using Glassy.Datasets.Drawings;
using Glassy.Drawing;
using Glassy.Metrics;
using Glassy.Runs;
using Glassy.Wording;

namespace Glassy.Tests.Drawing;

public sealed class BrowserModelTests
{
    private static readonly BrowserModel Model = BrowserModel.Of(SampleRun.Make(), SampleRun.Weights, Polarity.DarkOnBright, [[1, 250]]);

    [Fact]
    public void What_is_written_is_read_back()
    {
        var read = BrowserModelScript.Read(BrowserModelScript.Write(Model));

        Assert.Equal((1, 2, Model.Normalize, Polarity.DarkOnBright), (read.Height, read.Width, read.Normalize, read.Polarity));
        Assert.Equal(["left", "right"], read.Classes);
        Assert.Equal([[1, 250]], read.Gallery);
        Assert.Equal([1f, 0f, 0f, 1f], read.WeightsLike(SampleRun.Weights).Get("dense.weight", 2, 2));
    }

    [Fact]
    public void The_script_calls_glassyDraw_with_plain_JSON()
    {
        var script = Encoding.UTF8.GetString(BrowserModelScript.Write(Model));

        Assert.StartsWith("glassyDraw({", script, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(script["glassyDraw(".Length..^3]);
        Assert.Equal("unit-columns", json.RootElement.GetProperty("normalize").GetString());
        Assert.Equal("dark-on-bright", json.RootElement.GetProperty("polarity").GetString());
        Assert.Equal("~OO~", json.RootElement.GetProperty("layers")[0].GetProperty("weights").GetString());
    }

    [Theory]
    [InlineData("alert(1)")]
    [InlineData("glassyDraw({\"height\":1});\n")]
    [InlineData("glassyDraw({);\n")]
    public void Another_script_is_an_error(string script) =>
        Assert.Throws<InvalidDataException>(() => BrowserModelScript.Read(Encoding.UTF8.GetBytes(script)));

    [Theory]
    [InlineData(3, 2, 2)]
    [InlineData(4, 1, 2)]
    [InlineData(4, 2, 3)]
    public void A_layer_with_too_few_or_too_many_numbers_is_an_error(int weights, int scales, int biases)
    {
        var layer = new BrowserLayer(2, 2, Relu: false, new float[scales], new float[biases], new string('O', weights));
        var exception = Assert.Throws<InvalidDataException>(layer.Dequantize);
        Assert.Equal($"{weights} weights, {scales} scales and {biases} biases are no layer from 2 to 2", exception.Message);
    }

    [Fact]
    public void All_layers_but_the_last_have_ReLU()
    {
        var weights = new ModelWeights([.. SampleRun.Weights.Arrays, .. SampleRun.Weights.Arrays]);
        var model = BrowserModel.Of(SampleRun.Make(), weights, Polarity.BrightOnDark, []);
        Assert.Equal([true, false], model.Layers.Select(layer => layer.Relu));
    }

    [Fact]
    public void A_convolution_says_over_which_picture_it_slides_and_is_read_back()
    {
        float[] filters = [.. Enumerable.Range(0, 36).Select(i => i - 18f)];
        var weights = new ModelWeights(
            [new("conv2d.weight", [2, 2, 3, 3], filters), new("conv2d.bias", [2], [1, 2]), .. SampleRun.Weights.Arrays]);
        var sample = SampleRun.Make();
        var run = sample with
        {
            Model = sample.OwnModel with { Layers = [new ModelLayer("conv2d", "Conv2D", [4, 6, 2], 38), .. sample.OwnModel.Layers] }
        };

        var read = BrowserModelScript.Read(BrowserModelScript.Write(BrowserModel.Of(run, weights, Polarity.BrightOnDark, [])));

        Assert.Equal(
            (2, 2, true, new BrowserPicture(4, 6)),
            (read.Layers[0].Inputs, read.Layers[0].Outputs, read.Layers[0].Relu, read.Layers[0].Over));
        Assert.Null(read.Layers[1].Over);
        var rounded = read.WeightsLike(weights).Get("conv2d.weight", 2, 2, 3, 3);
        Assert.All(
            filters.Zip(rounded).Index(),
            pair => Assert.InRange(Math.Abs(pair.Item.First - pair.Item.Second), 0, (pair.Index < 18 ? 18 : 17) / 92f + 1e-5f));
    }

    [Theory]
    [InlineData(28, 28, 1, "mlp", null)]
    [InlineData(64, 64, 1, "mlp", null)]
    [InlineData(64, 65, 1, "mlp", "the pictures are 65×64 pixels, more than 64×64")]
    [InlineData(65, 64, 1, "mlp", "the pictures are 64×65 pixels, more than 64×64")]
    [InlineData(28, 28, 3, "mlp", "the pictures are in colour, and what is drawn here is grey")]
    [InlineData(28, 28, 1, "cnn", null)]
    [InlineData(28, 28, 1, "rnn", "the page's script cannot compute the architecture rnn")]
    public void Readers_can_draw_small_grey_pictures_for_known_architectures(
        int height,
        int width,
        int channels,
        string architecture,
        string? whyNot)
    {
        var sample = SampleRun.Make();
        var run = sample with
        {
            Dataset = sample.Dataset with { Shape = new(height, width, channels) },
            Model = sample.OwnModel with { Name = architecture },
        };
        Assert.Equal(whyNot, DrawingSupport.WhyNot(run, WordsReader.English));
    }

    [Fact]
    public void Readers_cannot_draw_what_the_browser_cannot_preprocess()
    {
        var run = SampleRun.Make();
        Assert.Equal(
            "pictures go through binarize + dilate before the model reads them, which the page's script cannot do",
            DrawingSupport.WhyNot(run with { Options = run.OwnOptions with { Preprocess = "binarize+dilate" } }, WordsReader.English));
    }

    [Fact]
    public void The_gallery_has_one_right_picture_of_each_class_and_then_the_surest_mistakes()
    {
        var gallery = GalleryChoice.Of(
        [
            Sure(0, 1, 1, .9f), Sure(1, 1, 0, .6f), Sure(2, 0, 0, .8f), Sure(3, 0, 0, .9f), Sure(4, 0, 1, .8f),
        ]);
        Assert.Equal([2, 0, 4, 1], gallery.Select(picture => picture.Index));
        Assert.Equal((0, 1), (gallery[2].Label, gallery[2].Predicted));
        Assert.Equal(.8, gallery[2].Probability!.Value, 1e-6);
    }

    [Fact]
    public void The_gallery_has_twelve_right_pictures_and_eight_mistakes_at_most()
    {
        var right = Enumerable.Range(0, 13).Select(i => new Prediction(i, i, i, [.. Enumerable.Repeat(-1f, 13)]));
        var wrong = Enumerable.Range(13, 9).Select(i => new Prediction(i, 0, 1, [.. Enumerable.Repeat(-1f, 13)]));
        Assert.Equal(
            [.. Enumerable.Range(0, 12), .. Enumerable.Range(13, 8)],
            GalleryChoice.Of([.. right, .. wrong]).Select(picture => picture.Index));
    }

    /// <summary>A prediction of one of two classes.</summary>
    private static Prediction Sure(int index, int label, int predicted, float probability) => new(
        index,
        label,
        predicted,
        [MathF.Log(predicted == 0 ? probability : 1 - probability), MathF.Log(predicted == 1 ? probability : 1 - probability)]);
}

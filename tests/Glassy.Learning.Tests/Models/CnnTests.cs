using Glassy.Imaging;
using Glassy.Models;
using Glassy.Runs;
using TorchSharp;

namespace Glassy.Tests.Models;

[Collection(TorchTests.Name)]
public sealed class CnnTests
{
    private static readonly TrainingOptions Options = new() { Model = "cnn" };

    [Fact]
    public void On_MNISTs_pictures_it_has_Keras_names_shapes_and_parameters()
    {
        using var network = Build(new ImageShape(28, 28, 1), 10, Options with { Hidden = [64] });
        var info = network.Describe();
        Assert.Equal(
            ["conv2d", "max_pooling2d", "re_lu", "conv2d_1", "max_pooling2d_1", "re_lu_1", "flatten", "dense", "dense_1"],
            info.Layers.Select(layer => layer.Name));
        Assert.Equal(
            ["Conv2D", "MaxPooling2D", "ReLU", "Conv2D", "MaxPooling2D", "ReLU", "Flatten", "Dense", "Dense"],
            info.Layers.Select(layer => layer.Type));
        Assert.Equal(
            ["28, 28, 16", "14, 14, 16", "14, 14, 16", "14, 14, 32", "7, 7, 32", "7, 7, 32", "1568", "64", "10"],
            info.Layers.Select(layer => string.Join(", ", layer.OutputShape)));
        Assert.Equal([160, 0, 0, 4640, 0, 0, 0, 100416, 650], info.Layers.Select(layer => layer.Parameters));
        Assert.Equal(info.Parameters, new Cnn().ParametersOf(new ImageShape(28, 28, 1), 10, Options with { Hidden = [64] }));
    }

    /// <summary>
    /// 28·28 places times 3·3 weights of 16 filters, 14·14 places times 3·3·16 weights of 32, and the dense layers on 7·7·32.
    /// </summary>
    [Fact]
    public void It_multiplies_with_each_filters_weights_at_each_place() => Assert.Equal(
        112_896 + 903_168 + (1568 * 64) + (64 * 10),
        new Cnn().MultiplicationsOf(new ImageShape(28, 28, 1), 10, Options with { Hidden = [64] }));

    [Theory]
    [InlineData(5, 7, 3)]
    [InlineData(4, 4, 2)]
    [InlineData(31, 9, 1)]
    public void Pictures_of_any_size_that_fits_give_a_logit_a_class(int height, int width, int channels)
    {
        using var scope = torch.NewDisposeScope();
        using var network = Build(new ImageShape(height, width, channels), 3, Options);
        Assert.Equal([2, 3], network.Forward(torch.rand([2, height, width, channels])).shape);
    }

    [Fact]
    public void Pictures_too_small_for_its_poolings_are_refused_with_the_way_out()
    {
        var error = Assert.Throws<InvalidDataException>(() => Build(new ImageShape(3, 8, 1), 2, Options));
        Assert.Equal(
            "model cnn: the pictures are 3x8 (height x width), and each of its 2 convolutions is followed by a pooling that halves them: expected 4x4 or more; give fewer channels (now [16, 32]) or take model mlp",
            error.Message);
        using var fewer = Build(new ImageShape(3, 8, 1), 2, Options with { Channels = [16] });
    }

    [Fact]
    public void Filters_are_He_uniform_and_biases_zero()
    {
        using var network = Build(new ImageShape(8, 8, 3), 2, Options with { Channels = [400] });
        var weights = network.Export();
        var values = weights.Get("conv2d.weight", 400, 3, 3, 3);
        var limit = Math.Sqrt(6.0 / 27);
        Assert.All(values, value => Assert.InRange(Math.Abs(value), 0, limit));
        Assert.InRange(values.Average(), -0.03 * limit, 0.03 * limit);
        Assert.InRange(values.Average(value => value * value), 0.96 * 2 / 27, 1.04 * 2 / 27); // He et al.: a variance of 2 / inputs
        Assert.All(weights.Get("conv2d.bias", 400), value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_filter_looks_at_a_pixels_neighbours_channel_by_channel_and_sees_zeros_beyond_the_edge()
    {
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(1);
        using var layer = new ConvolutionLayer("conv2d", 2, 3, inputs: 2, filters: 2, generator);
        using var network = new Network("one", [layer]);
        var weights = new float[2 * 2 * 3 * 3];
        weights[9] = 1;                                     // filter 0: the second channel of the pixel above to the left
        weights[18 + (1 * 3) + 2] = 10;                     // filter 1: the first channel of the pixel to the right
        network.Import(
            new ModelWeights([new WeightArray("conv2d.weight", [2, 2, 3, 3], weights), new WeightArray("conv2d.bias", [2], [0.5f, -25])]));
        var picture = torch.tensor(new float[] { 1, 10, 2, 20, 3, 30, 4, 40, 5, 50, 6, 60 }).reshape(1, 2, 3, 2);

        var made = layer.Forward(picture);

        Assert.Equal([1, 2, 3, 2], made.shape);
        Assert.Equal([0.5f, -5, 0.5f, 5, 0.5f, -25, 0.5f, 25, 10.5f, 35, 20.5f, -25], made.contiguous().data<float>().ToArray());
    }

    [Fact]
    public void Pooling_keeps_the_largest_of_four_pixels_in_each_channel_and_drops_an_odd_row_and_column()
    {
        using var scope = torch.NewDisposeScope();
        var picture = torch.tensor(new float[] { 1, -1, 5, -5, 9, -9, 3, -3, 2, -2, 9, -9, 9, -9, 9, -9, 9, -9 }).reshape(1, 3, 3, 2);

        var made = new MaxPoolingLayer("max_pooling2d", 3, 3, 2).Forward(picture);

        Assert.Equal([1, 1, 1, 2], made.shape);
        Assert.Equal([5, -1], made.contiguous().data<float>().ToArray());
    }

    [Fact]
    public void ReLU_leaves_what_is_positive()
    {
        using var scope = torch.NewDisposeScope();
        var values = torch.tensor(new float[] { -1, 0, 2 });
        Assert.Equal([0, 0, 2], new ReluLayer("re_lu", [3]).Forward(values).data<float>().ToArray());
        Assert.Equal([-1, 0, 2], values.data<float>().ToArray());
    }

    private static Network Build(ImageShape shape, int classes, TrainingOptions options)
    {
        using var generator = new torch.Generator(1);
        return ArchitectureCatalog.Get(options.Model).Build(shape, classes, options, generator);
    }
}

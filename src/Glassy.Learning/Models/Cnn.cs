using Glassy.Imaging;
using Glassy.Runs;
using static TorchSharp.torch;

namespace Glassy.Models;

/// <summary>
/// A small convolutional network after LeNet (LeCun, Bottou, Bengio and Haffner 1998, "Gradient-Based Learning Applied to Document
/// Recognition"): for each of <c>channels</c> a convolution with 3×3 filters, a pooling and ReLU, then Flatten and the layers of
/// <c>mlp</c>.
/// </summary>
/// <remarks>The largest of four numbers after ReLU is ReLU of the largest: in this order ReLU has a quarter of the work.</remarks>
public sealed class Cnn : IArchitecture
{
    public string Name => ArchitectureNames.Cnn;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The pictures are too small for as many poolings.</exception>
    public Network Build(ImageShape shape, int classes, TrainingOptions options, Generator generator)
    {
        CheckSize(shape, options.Channels);
        var names = new LayerNames();
        var layers = new List<Layer>();
        var (height, width, channels) = (shape.Height, shape.Width, shape.Channels);
        foreach (var filters in options.Channels)
        {
            layers.Add(new ConvolutionLayer(names.Next("conv2d"), height, width, channels, filters, generator));
            layers.Add(new MaxPoolingLayer(names.Next("max_pooling2d"), height, width, filters));
            layers.Add(new ReluLayer(names.Next("re_lu"), layers[^1].OutputShape));
            (height, width, channels) = (height / MaxPoolingLayer.Side, width / MaxPoolingLayer.Side, filters);
        }

        layers.AddRange(Mlp.LayersOf(names, height * width * channels, classes, options, generator));
        return new Network(Name, layers);
    }

    public long MultiplicationsOf(ImageShape shape, int classes, TrainingOptions options)
    {
        var (sum, height, width, channels) = (0L, shape.Height, shape.Width, shape.Channels);
        foreach (var filters in options.Channels)
        {
            sum += (long)height * width * ConvolutionLayer.Side * ConvolutionLayer.Side * channels * filters;
            (height, width, channels) = (height / MaxPoolingLayer.Side, width / MaxPoolingLayer.Side, filters);
        }

        return sum + Mlp.MultiplicationsOf(height * width * channels, classes, options);
    }

    public long ParametersOf(ImageShape shape, int classes, TrainingOptions options)
    {
        var (sum, height, width, channels) = (0L, shape.Height, shape.Width, shape.Channels);
        foreach (var filters in options.Channels)
        {
            sum += ((long)ConvolutionLayer.Side * ConvolutionLayer.Side * channels * filters) + filters;
            (height, width, channels) = (height / MaxPoolingLayer.Side, width / MaxPoolingLayer.Side, filters);
        }

        return sum + Mlp.ParametersOf(height * width * channels, classes, options);
    }

    private static void CheckSize(ImageShape shape, IReadOnlyList<int> channels)
    {
        var least = Math.Pow(MaxPoolingLayer.Side, channels.Count);
        if (Math.Min(shape.Height, shape.Width) < least)
        {
            throw new InvalidDataException(
                $"model cnn: the pictures are {shape.Height}x{shape.Width} (height x width), and each of its {channels.Count} convolutions is followed by a pooling that halves them: expected {least}x{least} or more; give fewer channels (now [{string.Join(", ", channels)}]) or take model mlp");
        }
    }
}

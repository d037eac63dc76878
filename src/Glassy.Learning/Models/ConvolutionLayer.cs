using Glassy.Arithmetic;
using static TorchSharp.torch;

namespace Glassy.Models;

/// <summary>
/// Filters that slide over a picture, as Keras' <c>Conv2D</c> with <c>padding="same"</c>: the picture keeps its size, beyond its edge there
/// are zeros.
/// </summary>
public sealed class ConvolutionLayer : Layer
{
    /// <summary>Rows and columns of a filter.</summary>
    public const int Side = 3;

    private readonly Tensor _weight;
    private readonly Tensor _bias;

    /// <summary>
    /// Weights from U(-limit, limit) with limit = √(6 / (inputs · 3 · 3)), which keeps the signal's size through the ReLU that follows;
    /// bias zero.
    /// </summary>
    /// <remarks>Source: He, Zhang, Ren and Sun 2015, "Delving Deep into Rectifiers", equation 10, as a uniform distribution of that
    /// variance.</remarks>
    /// <param name="name">Unique in the network.</param>
    /// <param name="height">Rows of the picture.</param>
    /// <param name="width">Columns of the picture.</param>
    /// <param name="inputs">Channels of the picture.</param>
    /// <param name="filters">How many, each of which gives a channel.</param>
    /// <param name="generator">Where the weights are drawn from.</param>
    public ConvolutionLayer(string name, int height, int width, int inputs, int filters, Generator generator)
        : base(name, [height, width, filters])
    {
        using var scope = NewDisposeScope();
        var limit = Math.Sqrt(6.0 / (inputs * Side * Side));
        var drawn = rand([filters, inputs, Side, Side], generator: generator).ScaleBy(2 * limit).Subtract(limit);
        _weight = drawn.requires_grad_().DetachFromDisposeScope();
        _bias = zeros(filters).requires_grad_().DetachFromDisposeScope();
    }

    public override string Type => "Conv2D";

    /// <summary>weight [filters, inputs, 3, 3] as in PyTorch, bias [filters].</summary>
    public override IReadOnlyList<(string Role, Tensor Values)> Parameters => [("weight", _weight), ("bias", _bias)];

    public override Tensor Forward(Tensor inputs) =>
        ConvolutionFunction.apply(inputs, _weight.permute(0, 2, 3, 1).contiguous(), _bias); // [B, H, W, filters]
}

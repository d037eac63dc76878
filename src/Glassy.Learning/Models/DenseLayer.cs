using Glassy.Arithmetic;
using static TorchSharp.torch;

namespace Glassy.Models;

/// <summary>A fully connected layer, as Keras' <c>Dense</c>: inputs · weightᵀ + bias, then ReLU where asked for.</summary>
public sealed class DenseLayer : Layer
{
    private readonly Tensor _weight;
    private readonly Tensor _bias;
    private readonly bool _relu;

    /// <summary>Keras' initialisation: weights from U(-limit, limit) with limit = √(6 / (inputs + outputs)), bias zero.</summary>
    /// <remarks>Source: Glorot and Bengio 2010, "Understanding the difficulty of training deep feedforward neural networks".</remarks>
    /// <param name="name">Unique in the network.</param>
    /// <param name="inputs">Length of the previous layer's output.</param>
    /// <param name="outputs">How many units.</param>
    /// <param name="relu">Whether max(x, 0) follows.</param>
    /// <param name="generator">Where the weights are drawn from.</param>
    public DenseLayer(string name, int inputs, int outputs, bool relu, Generator generator)
        : base(name, [outputs])
    {
        using var scope = NewDisposeScope();
        var limit = Math.Sqrt(6.0 / (inputs + outputs));
        var drawn = rand(outputs, inputs, generator: generator).ScaleBy(2 * limit).Subtract(limit);
        _weight = drawn.requires_grad_().DetachFromDisposeScope();
        _bias = zeros(outputs).requires_grad_().DetachFromDisposeScope();
        _relu = relu;
    }

    public override string Type => "Dense";

    /// <summary>weight [outputs, inputs], bias [outputs].</summary>
    public override IReadOnlyList<(string Role, Tensor Values)> Parameters => [("weight", _weight), ("bias", _bias)];

    public override Tensor Forward(Tensor inputs)
    {
        var sums = LinearFunction.apply(inputs, _weight, _bias);
        return _relu ? sums.relu_() : sums;
    }
}

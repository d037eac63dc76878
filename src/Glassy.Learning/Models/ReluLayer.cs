using static TorchSharp.torch;

namespace Glassy.Models;

/// <summary>max(x, 0), as Keras' <c>ReLU</c>.</summary>
/// <param name="name">Unique in the network.</param>
/// <param name="shape">What comes in and goes out, without the batch.</param>
public sealed class ReluLayer(string name, IReadOnlyList<int> shape) : Layer(name, shape)
{
    public override string Type => "ReLU";

    public override IReadOnlyList<(string Role, Tensor Values)> Parameters => [];

    public override Tensor Forward(Tensor inputs) => inputs.relu();
}

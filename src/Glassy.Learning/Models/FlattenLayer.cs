using static TorchSharp.torch;

namespace Glassy.Models;

/// <summary>[B, H, W, C] to [B, H·W·C], as Keras' <c>Flatten</c>.</summary>
public sealed class FlattenLayer(string name, int length) : Layer(name, [length])
{
    public override string Type => "Flatten";

    public override IReadOnlyList<(string Role, Tensor Values)> Parameters => [];

    public override Tensor Forward(Tensor inputs) => inputs.flatten(1);
}

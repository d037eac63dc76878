using Glassy.Arithmetic;
using static TorchSharp.torch;

namespace Glassy.Models;

/// <summary>[B, H, W, C] to [B, ⌊H / 2⌋, ⌊W / 2⌋, C], the largest of each 2×2 pixels, as Keras' <c>MaxPooling2D</c>.</summary>
/// <param name="name">Unique in the network.</param>
/// <param name="height">Rows of the picture, 2 or more.</param>
/// <param name="width">Columns of the picture, 2 or more.</param>
/// <param name="channels">Channels of the picture.</param>
public sealed class MaxPoolingLayer(string name, int height, int width, int channels) : Layer(name, [height / Side, width / Side, channels])
{
    /// <summary>Rows and columns of which one is left.</summary>
    public const int Side = MaxPoolingFunction.Side;

    public override string Type => "MaxPooling2D";

    public override IReadOnlyList<(string Role, Tensor Values)> Parameters => [];

    public override Tensor Forward(Tensor inputs) => MaxPoolingFunction.apply(inputs);
}

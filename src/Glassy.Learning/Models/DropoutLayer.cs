using Glassy.Arithmetic;
using static TorchSharp.torch;

namespace Glassy.Models;

/// <summary>
/// In training each unit is 0 with the given probability, and what is left is divided by what is kept, so that sums stay as large;
/// otherwise nothing happens, as Keras' <c>Dropout</c>.
/// </summary>
/// <remarks>Source: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov 2014, "Dropout: A Simple Way to Prevent Neural Networks
/// from Overfitting".</remarks>
/// <param name="name">Unique in the network.</param>
/// <param name="length">How many units.</param>
/// <param name="share">How much of them is dropped, 0..1 without 1.</param>
public sealed class DropoutLayer(string name, int length, double share) : Layer(name, [length])
{
    public override string Type => "Dropout";

    public override IReadOnlyList<(string Role, Tensor Values)> Parameters => [];

    public override Tensor Forward(Tensor inputs) => inputs;

    public override Tensor ForwardInTraining(Tensor inputs, Generator generator)
    {
        var kept = rand(inputs.shape, generator: generator).IsAtLeast(share); // [B, units]
        return inputs * kept.to(float32).DivideBy(1 - share);
    }
}

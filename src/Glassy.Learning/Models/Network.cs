using System.Runtime.InteropServices;
using Glassy.Runs;
using static TorchSharp.torch;

namespace Glassy.Models;

/// <summary>A model that can compute: its layers, from input to output.</summary>
public sealed class Network(string name, IReadOnlyList<Layer> layers) : IDisposable
{
    /// <summary>What training changes, from input to output, float32.</summary>
    public IReadOnlyList<Tensor> Parameters { get; } =
        [.. layers.SelectMany(layer => layer.Parameters).Select(parameter => parameter.Values)];

    /// <param name="images">[B, H, W, C] float32, normalised.</param>
    /// <returns>Logits [B, classes] float32.</returns>
    public Tensor Forward(Tensor images) => layers.Aggregate(images, (values, layer) => layer.Forward(values));

    /// <summary>The same while the network is trained, with what layers do only then.</summary>
    /// <param name="images">[B, H, W, C] float32, normalised.</param>
    /// <param name="generator">Where chance comes from.</param>
    /// <returns>Logits [B, classes] float32.</returns>
    public Tensor ForwardInTraining(Tensor images, Generator generator) =>
        layers.Aggregate(images, (values, layer) => layer.ForwardInTraining(values, generator));

    /// <summary>The model without its weights.</summary>
    public ModelInfo Describe()
    {
        var described = layers.Select(layer => layer.Describe()).ToArray();
        var parameters = described.Sum(layer => layer.Parameters);
        return new ModelInfo(name, described, parameters, parameters, parameters * sizeof(float));
    }

    /// <summary>A copy of all weights.</summary>
    public ModelWeights Export() => new(
    [
        .. from layer in layers
           from parameter in layer.Parameters
           select new WeightArray(
               $"{layer.Name}.{parameter.Role}",
               [.. parameter.Values.shape.Select(length => (int)length)],
               MemoryMarshal.Cast<byte, float>(parameter.Values.bytes).ToArray()),
    ]);

    /// <summary>Replaces all weights.</summary>
    /// <exception cref="InvalidDataException">They are of another model.</exception>
    public void Import(ModelWeights weights)
    {
        foreach (var layer in layers)
        {
            foreach (var (role, values) in layer.Parameters)
            {
                var shape = values.shape.Select(length => (int)length).ToArray();
                var source = weights.Get($"{layer.Name}.{role}", shape);
                source.CopyTo(MemoryMarshal.Cast<byte, float>(values.bytes));
            }
        }
    }

    public void Dispose()
    {
        foreach (var layer in layers)
        {
            layer.Dispose();
        }
    }
}

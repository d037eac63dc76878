using Glassy.Runs;
using static TorchSharp.torch;

namespace Glassy.Models;

/// <summary>One step from inputs to logits. It owns its parameters.</summary>
public abstract class Layer(string name, IReadOnlyList<int> outputShape) : IDisposable
{
    /// <summary>Unique in its network, as Keras counts: <c>dense</c>, <c>dense_1</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Without the batch.</summary>
    public IReadOnlyList<int> OutputShape { get; } = outputShape;

    /// <summary>The layer's kind as the summary shows it.</summary>
    public abstract string Type { get; }

    /// <summary>What training changes, by role (<c>weight</c>, <c>bias</c>), float32.</summary>
    public abstract IReadOnlyList<(string Role, Tensor Values)> Parameters { get; }

    /// <param name="inputs">[B, …] float32, the previous layer's output.</param>
    /// <returns>[B, …<see cref="OutputShape"/>] float32.</returns>
    public abstract Tensor Forward(Tensor inputs);

    /// <summary>The same while the network is trained; another result where the layer is at work only then.</summary>
    /// <param name="inputs">[B, …] float32, the previous layer's output.</param>
    /// <param name="generator">Where chance comes from.</param>
    /// <returns>[B, …<see cref="OutputShape"/>] float32.</returns>
    public virtual Tensor ForwardInTraining(Tensor inputs, Generator generator) => Forward(inputs);

    /// <summary>The line of the model summary.</summary>
    public ModelLayer Describe() => new(Name, Type, OutputShape, Parameters.Sum(parameter => parameter.Values.numel()));

    public void Dispose()
    {
        foreach (var (_, values) in Parameters)
        {
            values.Dispose();
        }

        GC.SuppressFinalize(this);
    }
}

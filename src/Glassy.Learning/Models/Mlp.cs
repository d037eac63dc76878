using Glassy.Imaging;
using Glassy.Runs;
using static TorchSharp.torch;

namespace Glassy.Models;

/// <summary>The write-up's model: Flatten, a dense ReLU layer for each of <c>hidden</c>, a dense layer to the logits.</summary>
public sealed class Mlp : IArchitecture
{
    public string Name => "mlp";

    #region model
    public Network Build(ImageShape shape, int classes, TrainingOptions options, Generator generator)
    {
        var names = new LayerNames();
        var layers = new List<Layer> { new FlattenLayer(names.Next("flatten"), shape.Length) };
        var inputs = shape.Length;
        foreach (var units in options.Hidden)
        {
            layers.Add(new DenseLayer(names.Next("dense"), inputs, units, relu: true, generator));
            inputs = units;
        }

        layers.Add(new DenseLayer(names.Next("dense"), inputs, classes, relu: false, generator));
        return new Network(Name, layers);
    }
    #endregion
}

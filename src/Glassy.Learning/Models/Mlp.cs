using Glassy.Imaging;
using Glassy.Runs;
using static TorchSharp.torch;

namespace Glassy.Models;

/// <summary>
/// The write-up's model: Flatten, a dense ReLU layer for each of <c>hidden</c> with its dropout, a dense layer to the logits.
/// </summary>
public sealed class Mlp : IArchitecture
{
    public string Name => ArchitectureNames.Mlp;

    public Network Build(ImageShape shape, int classes, TrainingOptions options, Generator generator) =>
        new(Name, LayersOf(new LayerNames(), shape.Length, classes, options, generator));

    public long MultiplicationsOf(ImageShape shape, int classes, TrainingOptions options) =>
        MultiplicationsOf(shape.Length, classes, options);

    internal static long MultiplicationsOf(int inputs, int classes, TrainingOptions options)
    {
        int[] widths = [inputs, .. options.Hidden, classes];
        return widths.Zip(widths.Skip(1), (from, to) => (long)from * to).Sum();
    }

    public long ParametersOf(ImageShape shape, int classes, TrainingOptions options) => ParametersOf(shape.Length, classes, options);

    internal static long ParametersOf(int inputs, int classes, TrainingOptions options) =>
        MultiplicationsOf(inputs, classes, options) + options.Hidden.Sum(units => (long)units) + classes;

    #region model
    internal static IReadOnlyList<Layer> LayersOf(LayerNames names, int inputs, int classes, TrainingOptions options, Generator generator)
    {
        var layers = new List<Layer> { new FlattenLayer(names.Next("flatten"), inputs) };
        foreach (var units in options.Hidden)
        {
            layers.Add(new DenseLayer(names.Next("dense"), inputs, units, relu: true, generator));
            inputs = units;
            if (options.Dropout > 0)
            {
                layers.Add(new DropoutLayer(names.Next("dropout"), units, options.Dropout));
            }
        }

        layers.Add(new DenseLayer(names.Next("dense"), inputs, classes, relu: false, generator));
        return layers;
    }
    #endregion
}

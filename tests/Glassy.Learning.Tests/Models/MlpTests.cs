using Glassy.Imaging;
using Glassy.Models;
using Glassy.Runs;
using TorchSharp;

namespace Glassy.Tests.Models;

[Collection(TorchTests.Name)]
public sealed class MlpTests
{
    [Fact]
    public void The_write_ups_model_has_its_layers_and_parameters()
    {
        using var network = Build(new ImageShape(28, 28, 1), 10, new TrainingOptions(), seed: 1);
        var info = network.Describe();
        Assert.Equal(["flatten", "dense", "dense_1", "dense_2"], info.Layers.Select(layer => layer.Name));
        Assert.Equal([0, 100480, 16512, 1290], info.Layers.Select(layer => layer.Parameters));
        Assert.Equal((118282, 118282, 473128), (info.Parameters, info.TrainableParameters, info.Bytes));
        Assert.Equal(118282, new Mlp().ParametersOf(new ImageShape(28, 28, 1), 10, new TrainingOptions()));
    }

    [Fact]
    public void It_multiplies_with_each_weight_once()
    {
        var (shape, options) = (new ImageShape(28, 28, 1), new TrainingOptions());
        using var network = Build(shape, 10, options, seed: 1);

        Assert.Equal(784 * 128 + 128 * 128 + 128 * 10, new Mlp().MultiplicationsOf(shape, 10, options));
        Assert.Equal(
            network.Export().Arrays.Where(array => array.Shape.Count > 1).Sum(array => array.Values.LongLength),
            new Mlp().MultiplicationsOf(shape, 10, options));
    }

    [Fact]
    public void Weights_are_Glorot_uniform_and_biases_zero()
    {
        using var network = Build(new ImageShape(10, 10, 3), 4, new TrainingOptions { Hidden = [200] }, seed: 1);
        var weights = network.Export();
        var values = weights.Get("dense.weight", 200, 300);
        var limit = Math.Sqrt(6.0 / (200 + 300));
        Assert.All(values, value => Assert.InRange(Math.Abs(value), 0, limit));
        Assert.InRange(values.Average(), -0.01 * limit, 0.01 * limit);
        // U(-l, l) has variance l²/3
        Assert.InRange(values.Average(value => value * value), 0.98 * limit * limit / 3, 1.02 * limit * limit / 3);
        Assert.All(weights.Get("dense.bias", 200), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Weights_depend_on_the_seed_alone()
    {
        float[] First(long seed)
        {
            using var network = Build(new ImageShape(3, 3, 1), 2, new TrainingOptions(), seed);
            return network.Export().Arrays[0].Values;
        }

        Assert.Equal(First(1), First(1));
        Assert.NotEqual(First(1), First(2));
    }

    [Fact]
    public void A_network_with_imported_weights_computes_by_hand_known_logits()
    {
        using var scope = torch.NewDisposeScope();
        using var network = Build(new ImageShape(1, 2, 1), 2, new TrainingOptions { Hidden = [2] }, seed: 1);
        network.Import(new ModelWeights(
        [
            new WeightArray("dense.weight", [2, 2], [1, 1, -1, -1]),
            new WeightArray("dense.bias", [2], [0, 1]),
            new WeightArray("dense_1.weight", [2, 2], [2, 1, 0, 1]),
            new WeightArray("dense_1.bias", [2], [0.5f, 0]),
        ]));

        var logits = network.Forward(torch.tensor(new float[] { 3, 4 }).reshape(1, 1, 2, 1));

        Assert.Equal([14.5f, 0], logits.data<float>().ToArray()); // hidden: relu(7, -6) = (7, 0)
    }

    [Fact]
    public void An_unknown_model_is_refused_with_the_nearest_known()
    {
        var error = Assert.Throws<ArgumentException>(() => ArchitectureCatalog.Get("mpl"));
        Assert.Equal("unknown model 'mpl'; did you mean `mlp`? known: cnn, mlp", error.Message);
    }

    private static Network Build(ImageShape shape, int classes, TrainingOptions options, long seed)
    {
        using var generator = new torch.Generator((ulong)seed);
        return ArchitectureCatalog.Get("mlp").Build(shape, classes, options, generator);
    }
}

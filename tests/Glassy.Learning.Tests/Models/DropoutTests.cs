using Glassy.Imaging;
using Glassy.Models;
using Glassy.Runs;
using TorchSharp;

namespace Glassy.Tests.Models;

[Collection(TorchTests.Name)]
public sealed class DropoutTests
{
    [Fact]
    public void In_training_a_share_of_the_units_is_zero_and_the_rest_makes_up_for_it()
    {
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(1);
        var made = new DropoutLayer("dropout", 1000, 0.2).ForwardInTraining(torch.ones(100, 1000), generator).data<float>().ToArray();
        Assert.All(made, value => Assert.True(value is 0 or 1.25f, $"{value}"));
        Assert.InRange(made.Average(), 0.99, 1.01);
    }

    [Fact]
    public void Otherwise_nothing_happens()
    {
        using var scope = torch.NewDisposeScope();
        Assert.Equal([1, 2], new DropoutLayer("dropout", 2, 0.9).Forward(torch.tensor(new float[] { 1, 2 })).data<float>().ToArray());
    }

    [Theory]
    [InlineData("mlp")]
    [InlineData("cnn")]
    public void It_follows_each_hidden_dense_layer_and_leaves_a_model_without_it_as_it_was(string model)
    {
        var options = new TrainingOptions { Model = model, Hidden = [8, 4], Dropout = 0.5 };
        Assert.Equal(["dense", "dropout", "dense_1", "dropout_1", "dense_2"], LayersOf(options).Where(layer => layer[0] == 'd'));
        Assert.Equal(["dense", "dense_1", "dense_2"], LayersOf(options with { Dropout = 0 }).Where(layer => layer[0] == 'd'));
    }

    private static IReadOnlyList<string> LayersOf(TrainingOptions options)
    {
        using var generator = new torch.Generator(1);
        using var network = ArchitectureCatalog.Get(options.Model).Build(new ImageShape(4, 4, 1), 2, options, generator);
        return [.. network.Describe().Layers.Select(layer => layer.Name)];
    }
}

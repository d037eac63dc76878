using Glassy.Datasets;
using Glassy.Evaluation;
using Glassy.Imaging;
using Glassy.Metrics;
using Glassy.Models;
using Glassy.Runs;
using TorchSharp;

namespace Glassy.Tests.Evaluation;

[Collection(TorchTests.Name)]
public sealed class SaliencyTests
{
    private static readonly TrainingOptions Options = new() { Hidden = [2], Normalize = Normalization.Scale };

    /// <summary>Logits: 3a − 4b for class 0 and (of a hidden unit that is off) nothing for class 1.</summary>
    private static readonly ModelWeights Weights = new(
    [
        new WeightArray("dense.weight", [2, 2], [3, -4, 0, 0]),
        new WeightArray("dense.bias", [2], [10, -1]),
        new WeightArray("dense_1.weight", [2, 2], [1, 0, 0, 5]),
        new WeightArray("dense_1.bias", [2], [0, 0]),
    ]);

    [Fact]
    public void A_pixel_counts_as_much_as_the_predicted_class_logit_changes_with_it()
    {
        var model = new TrainedModel(Options, new ImageShape(1, 2, 1), 2, Weights);
        var images = new LabeledImages(model.Shape, [255, 0, 0, 255], [0, 0]);

        var saliency = Saliency.Of(model, images, [new Prediction(1, 0, 0, [0, 0]), new Prediction(0, 0, 1, [0, 0])]);

        Assert.Equal([0.75f, 1], saliency[0]);
        Assert.Equal([0, 0], saliency[1]);
    }

    [Fact]
    public void Of_several_channels_the_largest_counts()
    {
        var model = new TrainedModel(Options, new ImageShape(1, 1, 2), 2, Weights);

        Assert.Equal(
            [1], Assert.Single(Saliency.Of(model, new LabeledImages(model.Shape, [9, 9], [0]), [new Prediction(0, 0, 0, [0, 0])])));
    }

    /// <summary>
    /// A step of one level in each pixel, and what the logit makes of it: no other way to the same numbers than the gradient's.
    /// </summary>
    [Fact]
    public void Of_a_convolutional_network_a_pixel_counts_as_much_as_the_logit_changes_with_it()
    {
        var (shape, options) = (
            new ImageShape(6, 5, 1), new TrainingOptions { Model = "cnn", Channels = [4], Hidden = [8], Normalize = Normalization.Scale });
        using var generator = new torch.Generator(3);
        using var network = ArchitectureCatalog.Get("cnn").Build(shape, 3, options, generator);
        byte[] pixels = [.. Enumerable.Range(0, shape.Length).Select(i => (byte)(60 + (i * 41 % 150)))];

        var saliency = Assert.Single(Saliency.Of(
            new TrainedModel(options, shape, 3, network.Export()),
            new LabeledImages(shape, pixels, [0]),
            [new Prediction(0, 0, 2, [0, 0, 0])]));

        const float Step = 1e-3f;
        var changes = Enumerable.Range(0, pixels.Length).Select(i => Math.Abs(Logit(i, Step) - Logit(i, -Step)) / (2 * Step)).ToArray();
        Assert.All(changes.Zip(saliency), pair => Assert.Equal(pair.First / changes.Max(), pair.Second, 0.02));
        Assert.True(saliency.Distinct().Count() > 10, "all pixels count alike");

        double Logit(int pixel, float step)
        {
            using var scope = torch.NewDisposeScope();
            var inputs = ModelInputs.Of(pixels, shape, options);
            inputs[pixel] += step;
            return network.Forward(torch.tensor(inputs).reshape(1, 6, 5, 1))[0, 2].item<float>();
        }
    }

    [Fact]
    public void Without_predictions_there_is_nothing_to_explain() =>
        Assert.Empty(Saliency.Of(
            new TrainedModel(Options, new ImageShape(1, 2, 1), 2, Weights), new LabeledImages(new ImageShape(1, 2, 1), [], []), []));

    [Fact]
    public void Pictures_of_another_size_than_the_models_are_refused()
    {
        var model = new TrainedModel(Options, new ImageShape(1, 2, 1), 2, Weights);

        var refusal = Assert.Throws<InvalidDataException>(() => Saliency.Of(model, new LabeledImages(new ImageShape(2, 2, 1), [], []), []));

        Assert.StartsWith("the pictures are", refusal.Message, StringComparison.Ordinal);
    }
}

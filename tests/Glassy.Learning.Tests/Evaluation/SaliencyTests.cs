using Glassy.Datasets;
using Glassy.Evaluation;
using Glassy.Imaging;
using Glassy.Metrics;
using Glassy.Runs;

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

        Assert.Equal([1], Assert.Single(Saliency.Of(model, new LabeledImages(model.Shape, [9, 9], [0]), [new Prediction(0, 0, 0, [0, 0])])));
    }

    [Fact]
    public void Without_predictions_there_is_nothing_to_explain() =>
        Assert.Empty(Saliency.Of(new TrainedModel(Options, new ImageShape(1, 2, 1), 2, Weights), new LabeledImages(new ImageShape(1, 2, 1), [], []), []));

    [Fact]
    public void Pictures_of_another_size_than_the_models_are_refused()
    {
        var model = new TrainedModel(Options, new ImageShape(1, 2, 1), 2, Weights);

        var refusal = Assert.Throws<InvalidDataException>(() => Saliency.Of(model, new LabeledImages(new ImageShape(2, 2, 1), [], []), []));

        Assert.StartsWith("the pictures are", refusal.Message, StringComparison.Ordinal);
    }
}

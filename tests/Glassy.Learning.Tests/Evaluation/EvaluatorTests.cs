using Glassy.Datasets;
using Glassy.Evaluation;
using Glassy.Imaging;
using Glassy.Runs;
using TorchSharp;

namespace Glassy.Tests.Evaluation;

[Collection(TorchTests.Name)]
public sealed class EvaluatorTests
{
    private static readonly ImageShape OnePixel = new(1, 1, 1);

    [Fact]
    public void Probabilities_and_loss_are_the_softmax_worked_out_by_hand()
    {
        // Logits (0, ln 3) for a bright pixel: softmax (1/4, 3/4). Logits (0, 0) for a dark one: a tie, the lower class.
        var model = Model([0, MathF.Log(3)]);
        var result = Evaluator.Evaluate(model, new LabeledImages(OnePixel, [255, 0], [0, 1]), CancellationToken.None);

        Assert.Equal([0.25f, 0.75f], result.Predictions[0].Probabilities, (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal([0.5f, 0.5f], result.Predictions[1].Probabilities, (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal([1, 0], result.Predictions.Select(prediction => prediction.Predicted));
        Assert.Equal((Math.Log(4) + Math.Log(2)) / 2, result.Loss, 6);
    }

    [Fact]
    public void The_loss_stays_finite_where_a_probability_vanishes()
    {
        var result = Evaluator.Evaluate(Model([0, 1000]), new LabeledImages(OnePixel, [255], [0]), CancellationToken.None);
        Assert.Equal(0, result.Predictions[0].Probabilities[0]);
        Assert.Equal(1000, result.Predictions[0].Loss, 3);
        Assert.Equal(1000, result.Loss, 3);
    }

    [Fact]
    public void More_pictures_than_a_batch_keep_their_order()
    {
        var labels = Enumerable.Range(0, 2345).Select(i => i % 2).ToArray();
        var pixels = labels.Select(label => (byte)(255 * label)).ToArray();
        var result = Evaluator.Evaluate(Model([0.5f, 1]), new LabeledImages(OnePixel, pixels, labels), CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, 2345), result.Predictions.Select(prediction => prediction.Index));
        Assert.Equal(labels, result.Predictions.Select(prediction => prediction.Predicted));
    }

    [Fact]
    public void Pictures_of_another_size_are_refused()
    {
        var images = new LabeledImages(new ImageShape(2, 1, 1), [0, 0], [0]);
        Assert.Throws<InvalidDataException>(() => Evaluator.Evaluate(Model([0, 1]), images, CancellationToken.None));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_tensor_library_computes_with_as_many_threads_as_the_model_was_trained_with(int threads)
    {
        var before = torch.get_num_threads();
        try
        {
            torch.set_num_threads(3 - threads);
            var model = Model([0, 1]);
            Evaluator.Evaluate(
                model with { Options = model.Options with { Threads = threads } },
                new LabeledImages(OnePixel, [0], [0]),
                CancellationToken.None);
            Assert.Equal(threads, torch.get_num_threads());
        }
        finally
        {
            torch.set_num_threads(before);
        }
    }

    [Fact]
    public void Cancelled_it_reads_no_picture_and_leaves_no_tensors()
    {
        var before = torch.Tensor.TotalCount;
        var images = new LabeledImages(OnePixel, [255], [0]);
        Assert.Throws<OperationCanceledException>(() => Evaluator.Evaluate(Model([0, 1]), images, new CancellationToken(canceled: true)));
        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    /// <summary>Two classes over one pixel in 0..1, without hidden layers.</summary>
    private static TrainedModel Model(float[] weight) => new(
        new TrainingOptions { Hidden = [], Normalize = Normalization.Scale },
        OnePixel,
        Classes: 2,
        new ModelWeights([new WeightArray("dense.weight", [2, 1], weight), new WeightArray("dense.bias", [2], [0, 0])]));
}

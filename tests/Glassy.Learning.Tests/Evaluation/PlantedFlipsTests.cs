using Glassy.Comparison;
using Glassy.Datasets;
using Glassy.Doubts;
using Glassy.Evaluation;
using Glassy.Execution;
using Glassy.Metrics;
using Glassy.Progress;
using Glassy.Runs;
using Glassy.Training;

namespace Glassy.Tests.Evaluation;

/// <summary>Labels that were made wrong on purpose are found by a model that was trained without their pictures.</summary>
[Collection(TorchTests.Name)]
public sealed class PlantedFlipsTests
{
    private const int Seeds = 5;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Of as many doubts as there are wrong labels, so many are such at least; the figures of full runs are in ADR 40.</summary>
    [Theory]
    [InlineData(0.01, 0.35)]
    [InlineData(0.02, 0.5)]
    [InlineData(0.05, 0.65)]
    public async Task In_the_digits(double share, double least)
    {
        var source = new DigitsSource(
            Path.Combine(AppContext.BaseDirectory, "data", "datasets", "digits", "digits.png"),
            null,
            new ProjectFolder(AppContext.BaseDirectory));

        AssertFound(await source.LoadAsync(Token), new TrainingOptions { Epochs = 8 }, share, least);
    }

    [Theory]
    [InlineData(0.01, 0.65)]
    [InlineData(0.02, 0.7)]
    [InlineData(0.05, 0.8)]
    public async Task In_MNIST(double share, double least) =>
        AssertFound(await Mnist.LoadAsync(Token), new TrainingOptions { Epochs = 1 }, share, least);

    private static void AssertFound(ImageDataset dataset, TrainingOptions options, double share, double least)
    {
        var model = new Trainer(TimeProvider.System).Train(dataset, options, NoProgress.Instance, Token).Model;
        var predictions = Evaluator.Evaluate(model, dataset.Test, Token).Predictions;
        var (precision, wrong, high) = (0.0, 0, 0.0);
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var (flipped, labelled) = Flip(predictions, dataset.Classes.Count, share, seed);
            var found = ConfidentLearning.Find(labelled, dataset.Classes.Count, new Resampling(200, 1));
            precision += found.Ranked.Take(flipped.Count).Count(doubt => flipped.Contains(doubt.Index)) / (double)flipped.Count / Seeds;
            (wrong, high) = (flipped.Count, high + (found.Interval!.High / Seeds));
        }

        Assert.InRange(precision, least, 1);
        Assert.InRange(high, wrong, double.MaxValue); // confident mistakes count too: it is never too low by more than chance
    }

    private static (HashSet<int> Flipped, IReadOnlyList<Prediction> Labelled) Flip(
        IReadOnlyList<Prediction> predictions,
        int classes,
        double share,
        int seed)
    {
        var random = new Random(seed);
        int[] order = [.. Enumerable.Range(0, predictions.Count)];
        random.Shuffle(order);
        var flipped = order.Take((int)(share * predictions.Count)).ToHashSet();
        return (flipped,
        [
            .. predictions.Select((prediction, i) =>
                flipped.Contains(i) ? prediction with { Label = (prediction.Label + 1 + random.Next(classes - 1)) % classes } : prediction),
        ]);
    }
}

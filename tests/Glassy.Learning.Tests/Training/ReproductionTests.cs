using Glassy.Evaluation;
using Glassy.Imaging;
using Glassy.Progress;
using Glassy.Runs;
using Glassy.Training;

namespace Glassy.Tests.Training;

[Collection(TorchTests.Name)]
public sealed class ReproductionTests
{
    [Fact]
    public void What_agrees_is_said_and_nothing_that_was_not_looked_at()
    {
        var dataset = SmallDatasets.Make(new ImageShape(6, 5, 1), classes: 3, trainPerClass: 10, testPerClass: 5);
        var options = new TrainingOptions { Epochs = 1, Hidden = [4] };
        var model = new Trainer(TimeProvider.System).Train(dataset, options, NoProgress.Instance, CancellationToken.None).Model;
        var predictions = Evaluator.Evaluate(model, dataset.Test, CancellationToken.None).Predictions;
        var run = SampleRun.Make() with
        {
            Options = options,
            Metrics = SampleRun.Make().Metrics with { Correct = predictions.Count(p => p.IsCorrect) }
        };
        var otherWeights = new ModelWeights([.. model.Weights.Arrays.Select(
            (array, i) => i == 0 ? array with { Values = [array.Values[0] + 0.5f, .. array.Values[1..]] } : array)]);
        var otherAnswers = predictions.Select((p, i) => i == 0 ? p with { Predicted = (p.Predicted + 1) % 3 } : p).ToList();
        var otherMetrics = run with { Metrics = run.Metrics with { Correct = run.Metrics.Correct + 1 } };

        var otherProbabilities = predictions
            .Select((p, i) => i == 0 ? p with { LogProbabilities = [p.LogProbabilities[0] - 0.5f, .. p.LogProbabilities.Skip(1)] } : p)
            .ToList();

        Assert.Equal((ReproducedUpTo.Weights, 0, 0f, false), Of(run, model.Weights, predictions));
        Assert.Equal((ReproducedUpTo.Predictions, 0, 0.5f, false), Of(run, otherWeights, predictions));
        Assert.Equal((ReproducedUpTo.Answers, 0, 0.5f, false), Of(run, otherWeights, otherProbabilities));
        Assert.Equal((ReproducedUpTo.Answers, 0, 0f, true), Of(run, model.Weights, otherProbabilities));
        Assert.Equal((ReproducedUpTo.Metrics, 1, 0f, true), Of(run, model.Weights, otherAnswers));
        Assert.Equal((ReproducedUpTo.Nothing, 0, 0f, true), Of(otherMetrics, model.Weights, predictions));

        (ReproducedUpTo UpTo, int OtherAnswers, float Difference, bool IsContradiction) Of(
            Run recorded,
            ModelWeights weights,
            IReadOnlyList<Glassy.Metrics.Prediction> said)
        {
            var found = Reproduction.Of(recorded, weights, said, validation: null, dataset, NoProgress.Instance, CancellationToken.None);
            return (found.UpTo, found.OtherAnswers, MathF.Round(found.LargestWeight, 3), found.IsContradiction);
        }
    }
}

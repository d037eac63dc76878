using Glassy.Datasets;
using Glassy.Evaluation;
using Glassy.Metrics;
using Glassy.Progress;
using Glassy.Runs;

namespace Glassy.Training;

/// <summary>How far a training of the same recipe on the same data gives what a run recorded; each step holds those before it.</summary>
public enum ReproducedUpTo
{
    /// <summary>Not even as many test pictures are right.</summary>
    Nothing,

    /// <summary>As many test pictures are right, though not all of the same.</summary>
    Metrics,

    /// <summary>Every test picture has the same answer.</summary>
    Predictions,

    /// <summary>All weights, to the bit.</summary>
    Weights,
}

/// <summary>A run that was trained once more.</summary>
/// <param name="UpTo">What agrees.</param>
/// <param name="Accuracy">Of the new training, 0..1.</param>
/// <param name="OtherAnswers">Test pictures that the new training answers otherwise.</param>
/// <param name="LargestDifference">Between two weights of the same place; 0 where all agree.</param>
public sealed record Reproduction(ReproducedUpTo UpTo, double Accuracy, int OtherAnswers, float LargestDifference)
{
    /// <summary>Trains again, from nothing; synchronous, on the calling thread, and nothing is recorded.</summary>
    /// <param name="run">What is tried.</param>
    /// <param name="weights">The run's.</param>
    /// <param name="predictions">The run's, of all test pictures.</param>
    /// <param name="dataset">What it was trained on.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellationToken">Looked at before each batch.</param>
    /// <exception cref="InvalidDataException">The weights are of another model, or it cannot be trained.</exception>
    public static Reproduction Of(
        Run run, ModelWeights weights, IReadOnlyList<Prediction> predictions, ImageDataset dataset, IProgressSink progress, CancellationToken cancellationToken)
    {
        var trained = new Trainer(TimeProvider.System).Train(dataset, run.OwnOptions, progress, cancellationToken).Model;
        var again = Evaluator.Evaluate(trained, dataset.Test, cancellationToken).Predictions;
        var others = predictions.Zip(again).Count(pair => pair.First.Predicted != pair.Second.Predicted);
        var (areSame, difference) = Compare(weights, trained.Weights);
        var correct = again.Count(prediction => prediction.IsCorrect);
        var upTo = correct != run.Metrics.Correct ? ReproducedUpTo.Nothing
            : others > 0 ? ReproducedUpTo.Metrics
            : areSame ? ReproducedUpTo.Weights
            : ReproducedUpTo.Predictions;
        return new Reproduction(upTo, (double)correct / again.Count, others, difference);
    }

    private static (bool AreSame, float LargestDifference) Compare(ModelWeights recorded, ModelWeights trained)
    {
        var (areSame, largest) = (true, 0f);
        foreach (var array in trained.Arrays)
        {
            var expected = recorded.Get(array.Name, array.Shape);
            for (var i = 0; i < array.Values.Length; i++)
            {
                areSame &= BitConverter.SingleToInt32Bits(array.Values[i]) == BitConverter.SingleToInt32Bits(expected[i]);
                largest = Math.Max(largest, Math.Abs(array.Values[i] - expected[i]));
            }
        }

        return (areSame, largest);
    }
}

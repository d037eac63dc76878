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

    /// <summary>Every picture has the same answer, though not the same probabilities.</summary>
    Answers,

    /// <summary>Every picture has the same answer and the same probabilities, to the bit.</summary>
    Predictions,

    /// <summary>All weights, to the bit.</summary>
    Weights,
}

/// <summary>A run that was trained once more.</summary>
/// <param name="UpTo">What agrees.</param>
/// <param name="Accuracy">Of the new training, 0..1.</param>
/// <param name="OtherAnswers">Pictures, of the test split or held out of training, that the new training answers otherwise.</param>
/// <param name="LargestProbability">Between two probabilities of the same picture and class; 0 where all agree.</param>
/// <param name="LargestWeight">Between two weights of the same place; 0 where all agree.</param>
/// <param name="WeightsAgree">
/// Whether the weights agree to the bit. Where they do and the predictions do not, the record contradicts itself: they follow from the
/// weights.
/// </param>
public sealed record Reproduction(
    ReproducedUpTo UpTo, double Accuracy, int OtherAnswers, double LargestProbability, float LargestWeight, bool WeightsAgree)
{
    /// <summary>Whether the recorded predictions are not those that the recorded weights give.</summary>
    public bool IsContradiction => WeightsAgree && UpTo < ReproducedUpTo.Weights;

    /// <summary>Trains again, from nothing; synchronous, on the calling thread, and nothing is recorded.</summary>
    /// <param name="run">What is tried.</param>
    /// <param name="weights">The run's.</param>
    /// <param name="predictions">The run's, of all test pictures.</param>
    /// <param name="validation">The run's, of the pictures held out of training; null when it recorded none.</param>
    /// <param name="dataset">What it was trained on.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellationToken">Looked at before each batch.</param>
    /// <exception cref="InvalidDataException">The weights are of another model, or it cannot be trained.</exception>
    public static Reproduction Of(
        Run run,
        ModelWeights weights,
        IReadOnlyList<Prediction> predictions,
        IReadOnlyList<Prediction>? validation,
        ImageDataset dataset,
        IProgressSink progress,
        CancellationToken cancellationToken)
    {
        var trained = new Trainer(TimeProvider.System).Train(dataset, run.OwnOptions, progress, cancellationToken).Model;
        var again = Evaluator.Evaluate(trained, dataset.Test, cancellationToken).Predictions;
        var held = validation is null ? null : ValidationSplit.Of(dataset, run.OwnOptions.Validation).Validation;
        IReadOnlyList<Prediction> heldAgain = held is null ? [] : Evaluator.Evaluate(trained, held, cancellationToken).Predictions;
        var pairs = predictions.Zip(again).Concat((validation ?? []).Zip(heldAgain)).ToList();
        var others = pairs.Count(pair => pair.First.Predicted != pair.Second.Predicted);
        var probability = pairs.Max(pair => LargestBetween(pair.First, pair.Second));
        var (areSame, difference) = Compare(weights, trained.Weights);
        var correct = again.Count(prediction => prediction.IsCorrect);
        var upTo = correct != run.Metrics.Correct ? ReproducedUpTo.Nothing
            : others > 0 ? ReproducedUpTo.Metrics
            : pairs.Any(pair => !AreSame(pair.First, pair.Second)) ? ReproducedUpTo.Answers
            : areSame ? ReproducedUpTo.Weights
            : ReproducedUpTo.Predictions;
        return new Reproduction(upTo, (double)correct / again.Count, others, probability, difference, areSame);
    }

    private static double LargestBetween(Prediction first, Prediction second) =>
        first.LogProbabilities.Zip(second.LogProbabilities).Max(pair => Math.Abs(Math.Exp(pair.First) - Math.Exp(pair.Second)));

    private static bool AreSame(Prediction first, Prediction second) => first.LogProbabilities.Zip(second.LogProbabilities)
        .All(pair => BitConverter.SingleToInt32Bits(pair.First) == BitConverter.SingleToInt32Bits(pair.Second));

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

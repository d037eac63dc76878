using Glassy.Metrics;

namespace Glassy.Runs;

/// <summary>Whether a record agrees with itself: its pages repeat its numbers, so they must not contradict each other.</summary>
internal static class RunChecks
{
    /// <param name="run">As read.</param>
    /// <param name="name">What messages call the file.</param>
    /// <exception cref="InvalidDataException">Two of its numbers cannot both be true.</exception>
    public static void Check(Run run, string name)
    {
        var classes = run.Dataset.Classes.Count;
        Require(run.Confusion.Count == classes && run.Confusion.All(row => row.Count == classes), $"confusion is not {classes}×{classes}");
        Require(run.PerClass.Count == classes, $"perClass has {run.PerClass.Count} entries for {classes} classes");
        Require(
            run.Confusion.Select(row => row.Sum()).SequenceEqual(run.Dataset.Test.PerClass),
            $"the rows of confusion do not add up to the test pictures of each class");
        Require(
            run.Confusion.Select((row, truth) => row[truth]).Sum() == run.Metrics.Correct,
            $"the diagonal of confusion is not metrics.correct ({run.Metrics.Correct})");
        Require(run.Metrics.Correct + run.Metrics.Wrong == run.Dataset.Test.Count, $"metrics.correct and metrics.wrong are not all test pictures");
        Require(
            Math.Abs(run.Metrics.Accuracy - ((double)run.Metrics.Correct / run.Dataset.Test.Count)) < 1e-9,
            $"metrics.accuracy is {run.Metrics.Accuracy}, but {run.Metrics.Correct} of {run.Dataset.Test.Count} are right");

        void Require(bool holds, FormattableString mistake)
        {
            if (!holds)
            {
                throw new InvalidDataException($"{name}: {FormattableString.Invariant(mistake)}; has it been edited? delete its folder and build again");
            }
        }
    }

    /// <summary>Whether predictions are those that the run's matrix counts.</summary>
    public static bool Agree(Run run, IReadOnlyList<Prediction> predictions)
    {
        var classes = run.Dataset.Classes.Count;
        return (predictions.All(prediction => prediction.LogProbabilities.Count == classes) || predictions.All(prediction => !prediction.HasProbabilities))
            && ConfusionCounts.From(classes, predictions.Select(prediction => (prediction.Label, prediction.Predicted))).Rows
                .Zip(run.Confusion, (counted, recorded) => counted.SequenceEqual(recorded)).All(same => same);
    }
}

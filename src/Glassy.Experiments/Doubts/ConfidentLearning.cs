using Glassy.Comparison;
using Glassy.Datasets;
using Glassy.Metrics;
using Glassy.Runs;

namespace Glassy.Doubts;

/// <summary>Finds labels that are likely to be wrong by the probabilities of a model that was not trained on their pictures.</summary>
/// <remarks>
/// Source: C. Northcutt, L. Jiang, I. Chuang 2021, "Confident learning: estimating uncertainty in dataset labels", Journal of
/// Artificial Intelligence Research 70. A picture is confidently of a class when its probability of that class is at least the mean one
/// among the pictures labelled so; of several such classes the most probable one counts (the paper's confident joint). A label is
/// doubted when its picture is confidently of another class, and more weakly when another class is more probable; the order is by
/// the margin between the two.
/// </remarks>
public static class ConfidentLearning
{
    private const int Unsure = -1;

    /// <summary>The labels of a run's test split that its probabilities speak against; null without probabilities.</summary>
    public static DoubtedLabels? Find(RunResults results) => results.Report.Probabilities is null
        ? null
        : Find(results.Predictions, results.Run.Dataset.Classes.Count, Resampling.Default, results.Groups);

    /// <param name="predictions">[N] in the split's order, at least one, all with probabilities, by a model that has not seen the
    /// pictures.</param>
    /// <param name="classes">How many there are.</param>
    /// <param name="resampling">How the interval is drawn; the classes' thresholds are not drawn again, being means of many
    /// pictures.</param>
    /// <param name="groups">What is drawn whole; null to draw pictures by themselves.</param>
    public static DoubtedLabels Find(
        IReadOnlyList<Prediction> predictions,
        int classes,
        Resampling resampling,
        PictureGroups? groups = null)
    {
        var thresholds = Thresholds(predictions, classes);
        int[] confidently = [.. predictions.Select(prediction => ConfidentClass(prediction, thresholds))];
        var ranked = predictions
            .Select((prediction, i) => DoubtOf(prediction, confidently[i]))
            .Where(doubt => doubt.IsConfident || doubt.Margin < 0)
            .OrderBy(doubt => doubt.Margin)
            .ThenBy(doubt => doubt.Index);
        var joint = new ConfidentCounts([.. predictions.Select(prediction => prediction.Label)], confidently, classes);
        return new DoubtedLabels(
            [.. ranked], joint.WrongOf(_ => 1), groups is { AreEnough: false } ? null : IntervalOf(joint, predictions, resampling, groups));
    }

    /// <summary>
    /// The mean probability of each class among the pictures labelled so; of a class without pictures none is high enough.
    /// </summary>
    private static double[] Thresholds(IReadOnlyList<Prediction> predictions, int classes)
    {
        var (sums, counts) = (new double[classes], new int[classes]);
        foreach (var prediction in predictions)
        {
            sums[prediction.Label] += prediction.ProbabilityOf(prediction.Label);
            counts[prediction.Label]++;
        }

        return [.. sums.Select((sum, label) => counts[label] == 0 ? double.PositiveInfinity : sum / counts[label])];
    }

    /// <summary>The most probable of the classes whose threshold it reaches, the lowest among equals.</summary>
    private static int ConfidentClass(Prediction prediction, double[] thresholds)
    {
        var best = Unsure;
        for (var label = 0; label < thresholds.Length; label++)
        {
            if (prediction.ProbabilityOf(label) >= thresholds[label]
                && (best == Unsure || prediction.ProbabilityOf(label) > prediction.ProbabilityOf(best)))
            {
                best = label;
            }
        }

        return best;
    }

    private static DoubtedLabel DoubtOf(Prediction prediction, int confidently)
    {
        var other = Enumerable.Range(0, prediction.LogProbabilities.Count)
            .Where(label => label != prediction.Label)
            .MaxBy(prediction.ProbabilityOf);
        return new DoubtedLabel(
            prediction.Index,
            prediction.Label,
            other,
            prediction.ProbabilityOf(prediction.Label) - prediction.ProbabilityOf(other),
            confidently != Unsure && confidently != prediction.Label);
    }

    private static Interval IntervalOf(
        ConfidentCounts joint,
        IReadOnlyList<Prediction> predictions,
        Resampling resampling,
        PictureGroups? groups)
    {
        var drawAgain = PictureBootstrap.DrawingOf(predictions, groups);
        var (generator, counts) = (new SplitMix64(resampling.Seed), new int[predictions.Count]);
        var values = new double[resampling.Count];
        for (var draw = 0; draw < values.Length; draw++)
        {
            drawAgain(generator, counts);
            values[draw] = joint.WrongOf(i => counts[i]);
        }

        return Resampling.Percentiles(values, PictureBootstrap.BeyondOf(groups));
    }
}

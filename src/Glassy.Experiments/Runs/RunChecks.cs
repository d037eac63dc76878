using Glassy.Metrics;

namespace Glassy.Runs;

/// <summary>Whether a record agrees with itself: its pages repeat its numbers, so they must not contradict each other.</summary>
internal static class RunChecks
{
    private const double FigureRounding = 1e-6;
    private const double LossRounding = 5e-5; // half of the last digit that pages show; another processor sums a loss to other last bits

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
        Require(
            run.Metrics.Correct + run.Metrics.Wrong == run.Dataset.Test.Count,
            $"metrics.correct and metrics.wrong are not all test pictures");
        Require(
            Math.Abs(run.Metrics.Accuracy - ((double)run.Metrics.Correct / run.Dataset.Test.Count)) < 1e-9,
            $"metrics.accuracy is {run.Metrics.Accuracy}, but {run.Metrics.Correct} of {run.Dataset.Test.Count} are right");
        if (run.Dataset.Test.PerClass.All(pictures => pictures > 0)) // earlier programs took other means where a class has none
        {
            CheckFigures(run, Require);
        }

        void Require(bool holds, FormattableString mistake)
        {
            if (!holds)
            {
                throw new InvalidDataException($"{name}: {FormattableString.Invariant(mistake)}; has it been edited? {RecordFile.WayOut}");
            }
        }
    }

    /// <summary>What of the run its predictions do not give; null where they give all.</summary>
    public static string? Contradiction(Run run, IReadOnlyList<Prediction> predictions)
    {
        if (!Agree(run, predictions))
        {
            return $"they do not give the confusion matrix of {RunFiles.Json}";
        }

        var loss = predictions.All(prediction => prediction.HasProbabilities)
            ? ProbabilityFigures.Of(predictions, run.Dataset.Classes.Count)?.Loss
            : null;
        return loss is { } own && run.Metrics.Loss is { } recorded
            ? Math.Abs(own - recorded) <= LossRounding * Math.Max(1, recorded) ? null
                : FormattableString.Invariant($"their loss is {own:F4}, but {RunFiles.Json} says {recorded:F4}")
            : loss.HasValue == run.Metrics.Loss.HasValue ? null
            : $"{RunFiles.Json} has {(run.Metrics.Loss is null ? "no loss" : "a loss")}, but they have {(loss is null ? "no probabilities" : "probabilities")}";
    }

    /// <summary>The figures of classes follow from the matrix.</summary>
    private static void CheckFigures(Run run, Action<bool, FormattableString> require)
    {
        var perClass = new ConfusionCounts(run.Confusion).PerClass(run.Dataset.Classes);
        foreach (var (own, recorded) in perClass.Zip(run.PerClass))
        {
            require(
                AreSame(own.Precision, recorded.Precision)
                    && AreSame(own.Recall, recorded.Recall)
                    && AreSame(own.F1, recorded.F1)
                    && own.Support == recorded.Support,
                $"perClass does not say of '{own.Name}' what confusion gives (precision {own.Precision:F4}, recall {own.Recall:F4}, F1 {own.F1:F4} of {own.Support})");
        }

        var (macro, weighted) = (AverageMetrics.Macro(perClass), AverageMetrics.Weighted(perClass));
        require(
            AreSame(macro.Precision, run.Metrics.MacroPrecision),
            $"metrics.macroPrecision is {run.Metrics.MacroPrecision}, but confusion gives {macro.Precision}");
        require(
            AreSame(macro.Recall, run.Metrics.MacroRecall),
            $"metrics.macroRecall is {run.Metrics.MacroRecall}, but confusion gives {macro.Recall}");
        require(AreSame(macro.F1, run.Metrics.MacroF1), $"metrics.macroF1 is {run.Metrics.MacroF1}, but confusion gives {macro.F1}");
        require(
            AreSame(weighted.F1, run.Metrics.WeightedF1),
            $"metrics.weightedF1 is {run.Metrics.WeightedF1}, but confusion gives {weighted.F1}");
    }

    private static bool AreSame(double own, double recorded) => Math.Abs(own - recorded) < FigureRounding;

    /// <summary>Whether predictions are those that the run's matrix counts.</summary>
    public static bool Agree(Run run, IReadOnlyList<Prediction> predictions)
    {
        var classes = run.Dataset.Classes.Count;
        return (predictions.All(prediction => prediction.LogProbabilities.Count == classes)
            || predictions.All(prediction => !prediction.HasProbabilities))
            && ConfusionCounts.From(classes, predictions.Select(prediction => (prediction.Label, prediction.Predicted))).Rows
                .Zip(run.Confusion, (counted, recorded) => counted.SequenceEqual(recorded)).All(same => same);
    }
}

namespace Glassy.Metrics;

/// <summary>Everything that the site says of a model's predictions on the test split.</summary>
public sealed record EvaluationReport
{
    /// <summary>[classes] names in label order.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    public required ConfusionCounts Confusion { get; init; }

    /// <summary>[classes] in label order, as a run records them.</summary>
    public required IReadOnlyList<ClassMetrics> PerClass { get; init; }

    /// <summary>[classes] in label order, with intervals.</summary>
    public required IReadOnlyList<ClassFigures> Classes { get; init; }

    public required AverageMetrics Macro { get; init; }

    public required AverageMetrics Weighted { get; init; }

    /// <summary>Log loss, calibration and what else needs probabilities; null when the predictions have none.</summary>
    public required ProbabilityFigures? Probabilities { get; init; }

    /// <summary>Cohen's kappa, −1..1.</summary>
    public required double Kappa { get; init; }

    /// <summary>Matthews' correlation coefficient (Gorodkin's R_K), −1..1.</summary>
    public required double Mcc { get; init; }

    /// <summary>The most frequent first; among equals in reading order of the matrix.</summary>
    public required IReadOnlyList<ConfusedPair> ConfusedPairs { get; init; }

    /// <summary>The most frequent first; among equals in label order.</summary>
    public required IReadOnlyList<UnorderedPair> UnorderedPairs { get; init; }

    /// <summary>Share right, with its interval.</summary>
    public Proportion AccuracyProportion => new(Correct, Total);

    /// <summary>Share right, 0..1.</summary>
    public double Accuracy => Confusion.Accuracy;

    public int Total => Confusion.Total;

    /// <summary>How many classes the test split has pictures of: those that <see cref="Macro"/> is a mean of.</summary>
    public int TestedClasses => PerClass.Count(metrics => metrics.Support > 0);

    public int Correct => Confusion.Correct;

    public int Wrong => Total - Correct;

    /// <param name="classes">[classes] names in label order.</param>
    /// <param name="predictions">One a test picture, in test order, at least one.</param>
    public static EvaluationReport From(IReadOnlyList<string> classes, IReadOnlyList<Prediction> predictions)
    {
        var confusion = ConfusionCounts.From(
            classes.Count, predictions.Select(prediction => (prediction.Label, prediction.Predicted)));
        var totals = confusion.Totals;
        var perClass = totals.PerClass(classes);
        return new EvaluationReport
        {
            Names = classes,
            Confusion = confusion,
            PerClass = perClass,
            Classes = confusion.Figures(classes),
            Macro = AverageMetrics.Macro(perClass),
            Weighted = AverageMetrics.Weighted(perClass),
            Probabilities = ProbabilityFigures.Of(predictions, classes.Count),
            Kappa = Agreement.CohenKappa(totals),
            Mcc = Agreement.MatthewsCorrelation(totals),
            ConfusedPairs = confusion.Confused(classes),
            UnorderedPairs = confusion.ConfusedUnordered(classes),
        };
    }
}

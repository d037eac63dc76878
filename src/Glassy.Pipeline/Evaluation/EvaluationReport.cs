namespace Glassy.Evaluation;

/// <summary>Everything that the site says of a model's predictions on the test split.</summary>
public sealed record EvaluationReport
{
    public required ConfusionCounts Confusion { get; init; }

    /// <summary>Mean cross-entropy, nats.</summary>
    public required double Loss { get; init; }

    /// <summary>[classes] in label order.</summary>
    public required IReadOnlyList<ClassMetrics> PerClass { get; init; }

    public required AverageMetrics Macro { get; init; }

    public required AverageMetrics Weighted { get; init; }

    /// <summary>Share right, 0..1.</summary>
    public double Accuracy => Confusion.Accuracy;

    public int Total => Confusion.Total;

    public int Correct => Confusion.Correct;

    public int Wrong => Total - Correct;

    /// <param name="classes">[classes] names in label order.</param>
    /// <param name="predictions">One a test picture, in test order, at least one.</param>
    /// <param name="loss">Mean cross-entropy, nats.</param>
    public static EvaluationReport From(IReadOnlyList<string> classes, IReadOnlyList<Prediction> predictions, double loss)
    {
        var confusion = ConfusionCounts.From(
            classes.Count, predictions.Select(prediction => (prediction.Label, prediction.Predicted)));
        var perClass = confusion.PerClass(classes);
        return new EvaluationReport
        {
            Confusion = confusion,
            Loss = loss,
            PerClass = perClass,
            Macro = AverageMetrics.Macro(perClass),
            Weighted = AverageMetrics.Weighted(perClass),
        };
    }
}

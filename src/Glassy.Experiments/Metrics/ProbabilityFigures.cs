namespace Glassy.Metrics;

/// <summary>What can be said of a model only when it gives each class a probability, and not its answer alone.</summary>
/// <param name="Loss">Log loss: mean cross-entropy, nats.</param>
/// <param name="Brier">Brier score, 0..2.</param>
/// <param name="TopK">For each k worth naming; none for two classes.</param>
/// <param name="EqualWidth">Fifteen bins of equal width.</param>
/// <param name="EqualMass">At most fifteen bins of as many predictions each.</param>
/// <param name="Confidence">How many predictions are how sure.</param>
public sealed record ProbabilityFigures(
    double Loss,
    double Brier,
    IReadOnlyList<TopKAccuracy> TopK,
    ReliabilityDiagram EqualWidth,
    ReliabilityDiagram EqualMass,
    IReadOnlyList<ConfidenceBin> Confidence)
{
    /// <param name="predictions">One a test picture, in test order, at least one.</param>
    /// <param name="classes">How many there are.</param>
    /// <returns>Null when a prediction has no probabilities.</returns>
    public static ProbabilityFigures? Of(IReadOnlyList<Prediction> predictions, int classes) =>
        predictions.All(prediction => prediction.HasProbabilities)
            ? new ProbabilityFigures(
                ProperScores.LogLoss(predictions),
                ProperScores.Brier(predictions),
                TopKAccuracy.Of(predictions, classes),
                ReliabilityDiagram.EqualWidth(predictions),
                ReliabilityDiagram.EqualMass(predictions),
                ConfidenceBin.Of(predictions))
            : null;
}

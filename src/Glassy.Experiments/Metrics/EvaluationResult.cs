namespace Glassy.Metrics;

/// <summary>What the model says of a whole split.</summary>
/// <param name="Predictions">One a picture, in the split's order.</param>
/// <param name="Loss">Mean cross-entropy, nats.</param>
public sealed record EvaluationResult(IReadOnlyList<Prediction> Predictions, double Loss);

namespace Glassy.Metrics;

/// <summary>What the model says of one picture.</summary>
/// <param name="Index">The picture's index in its split.</param>
/// <param name="Label">Class index given by the dataset.</param>
/// <param name="Predicted">Class index that it answers: of our own models the one with the highest probability (the lowest index among
/// equals).</param>
/// <param name="LogProbabilities">
/// [classes] log-softmax, nats, 0 or less: its exponentials sum to 1. Empty when it gave its answer alone; what needs probabilities may not
/// be asked then.
/// </param>
public sealed record Prediction(int Index, int Label, int Predicted, IReadOnlyList<float> LogProbabilities)
{
    public bool IsCorrect => Label == Predicted;

    /// <summary>Whether more than the answer is known.</summary>
    public bool HasProbabilities => LogProbabilities.Count > 0;

    /// <summary>[classes] softmax, sums to 1; made anew at each call.</summary>
    public IReadOnlyList<float> Probabilities => [.. LogProbabilities.Select(MathF.Exp)];

    /// <summary>The probability of the predicted class, 0..1.</summary>
    public double Confidence => ProbabilityOf(Predicted);

    /// <summary>Cross-entropy, nats: −ln of the true class' probability.</summary>
    public double Loss => -(double)LogProbabilities[Label];

    /// <summary>Softmax of one class, 0..1.</summary>
    public double ProbabilityOf(int index) => Math.Min(1, Math.Exp(LogProbabilities[index])); // rounding may exceed 1 by a little
}

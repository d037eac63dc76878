namespace Glassy.Metrics;

/// <summary>Scoring rules that are best when the probabilities are true (Gneiting and Raftery 2007, JASA 102).</summary>
public static class ProperScores
{
    /// <summary>Log loss: the mean of −ln of the true class' probability, taken from the log-softmax so that it stays finite.</summary>
    /// <remarks>Source: I. J. Good 1952, "Rational decisions", JRSS B 14. It is the cross-entropy that training makes small.</remarks>
    /// <param name="predictions">At least one.</param>
    /// <returns>Nats, 0 or more; ln(classes) for a model that knows nothing.</returns>
    public static double LogLoss(IReadOnlyList<Prediction> predictions) =>
        predictions.Sum(prediction => prediction.Loss) / predictions.Count;

    /// <summary>Brier score: the mean of Σ_k (p_k − [k is the truth])² over all classes.</summary>
    /// <remarks>
    /// Source: G. W. Brier 1950, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78. This is
    /// his own form, summed over classes: 0 is best and 2 worst. The form for two classes that counts one of them is half of it.
    /// </remarks>
    /// <param name="predictions">At least one.</param>
    /// <returns>0..2.</returns>
    public static double Brier(IReadOnlyList<Prediction> predictions) => predictions.Sum(BrierOf) / predictions.Count;

    private static double BrierOf(Prediction prediction)
    {
        var sum = 0.0;
        for (var c = 0; c < prediction.LogProbabilities.Count; c++)
        {
            var error = prediction.ProbabilityOf(c) - (c == prediction.Label ? 1 : 0);
            sum += error * error;
        }

        return sum;
    }
}

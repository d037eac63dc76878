namespace Glassy.Arithmetic;

/// <summary>From logits to log-probabilities, in doubles.</summary>
public static class Softmax
{
    /// <summary>logits − log Σ exp(logits).</summary>
    /// <param name="logits">[classes].</param>
    /// <param name="logProbabilities">[classes], written.</param>
    public static void Log(ReadOnlySpan<float> logits, Span<double> logProbabilities)
    {
        var largest = double.NegativeInfinity;
        foreach (var logit in logits)
        {
            largest = Math.Max(largest, logit);
        }

        var sum = 0.0;
        foreach (var logit in logits)
        {
            sum += PortableMath.Exp(logit - largest);
        }

        var log = largest + PortableMath.Log(sum);
        for (var c = 0; c < logits.Length; c++)
        {
            logProbabilities[c] = logits[c] - log;
        }
    }
}

namespace Glassy.Metrics;

/// <summary>Predictions of about the same confidence.</summary>
/// <param name="Low">The lower end of their confidence: of the bin where bins are of equal width, else of the least confident in
/// it.</param>
/// <param name="High">The upper end, likewise.</param>
/// <param name="Count">How many, 0 or more.</param>
/// <param name="Confidence">Their mean confidence, 0..1; null when there are none.</param>
/// <param name="Accuracy">How many of them are right.</param>
public sealed record ReliabilityBin(double Low, double High, int Count, double? Confidence, Proportion Accuracy)
{
    /// <summary>Accuracy minus confidence: below 0 the model believes itself too much; null when there are none.</summary>
    public double? Gap => Confidence is { } confidence ? Accuracy.Value - confidence : null;
}

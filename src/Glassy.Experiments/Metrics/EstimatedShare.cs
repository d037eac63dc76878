namespace Glassy.Metrics;

/// <summary>A share that is estimated, with what is not known of it.</summary>
/// <param name="Value">0..1.</param>
/// <param name="Interval">At 95 %; null where the method has none, as at 0 and 1.</param>
public sealed record EstimatedShare(double Value, Interval? Interval)
{
    /// <summary>The interval that is symmetric in the logit, so that it stays between 0 and 1.</summary>
    /// <param name="value">0..1.</param>
    /// <param name="logitError">The standard error of ln(value / (1 − value)).</param>
    internal static EstimatedShare OfLogit(double value, double logitError)
    {
        if (value is <= 0 or >= 1 || logitError is not (> 0 and < double.PositiveInfinity))
        {
            return new EstimatedShare(value, Interval: null);
        }

        var logit = Math.Log(value / (1 - value));
        return new EstimatedShare(
            value, new Interval(Share(logit - (Proportion.Z * logitError)), Share(logit + (Proportion.Z * logitError))));
    }

    private static double Share(double logit) => 1 / (1 + Math.Exp(-logit));
}

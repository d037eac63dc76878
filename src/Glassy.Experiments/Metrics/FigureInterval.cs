namespace Glassy.Metrics;

/// <summary>A figure of one run, with what is not known of it.</summary>
/// <param name="Name">As <c>results.json</c> has it, such as <c>macro.f1</c>.</param>
/// <param name="Interval">At 95 %.</param>
/// <param name="Noise">
/// Of a figure that grows with noise, what it is at most in 97.5 of 100 test sets of this size for a model without the error that it
/// measures; null for others.
/// </param>
public sealed record FigureInterval(string Name, Interval Interval, double? Noise = null)
{
    /// <summary>The name of the accuracy, which has such an interval only where pictures come in groups; else it has Wilson's.</summary>
    public const string Accuracy = "accuracy";
}

using Glassy.Metrics;

namespace Glassy.Comparison;

/// <summary>One figure of two runs on the same pictures.</summary>
/// <param name="Name">
/// As <c>results.json</c> has it, such as <c>macro.f1</c>; <c>topK.3</c> for the truth among the three most probable.
/// </param>
/// <param name="A">Of the first run.</param>
/// <param name="B">Of the second run.</param>
/// <param name="Interval">95 % interval of the second minus the first, paired by picture.</param>
/// <param name="Method">What made the interval.</param>
public sealed record FigureDifference(string Name, double A, double B, Interval Interval, IntervalMethod Method)
{
    /// <summary>The second minus the first.</summary>
    public double Difference => B - A;
}

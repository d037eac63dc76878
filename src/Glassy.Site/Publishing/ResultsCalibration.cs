using Glassy.Metrics;

namespace Glassy.Publishing;

/// <summary>Calibration by two ways of making bins.</summary>
/// <param name="EqualWidth">Fifteen bins of equal width.</param>
/// <param name="EqualMass">At most fifteen bins of as many predictions each.</param>
public sealed record ResultsCalibration(ReliabilityDiagram EqualWidth, ReliabilityDiagram EqualMass)
{
    /// <summary>Null when the predictions have no probabilities.</summary>
    public static ResultsCalibration? Of(EvaluationReport report) => report.Probabilities is { } figures ? new(figures.EqualWidth, figures.EqualMass) : null;
}

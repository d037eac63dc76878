using Glassy.Metrics;
using Glassy.Runs;

namespace Glassy.Publishing;

/// <summary>Calibration by two ways of making bins.</summary>
/// <param name="EqualWidth">Fifteen bins of equal width.</param>
/// <param name="EqualMass">At most fifteen bins of as many predictions each.</param>
/// <param name="Scaled">What a temperature makes of the probabilities; null where nothing was held out of training to fit it on.</param>
public sealed record ResultsCalibration(ReliabilityDiagram EqualWidth, ReliabilityDiagram EqualMass, TemperatureScaling? Scaled)
{
    /// <summary>Null when the predictions have no probabilities.</summary>
    public static ResultsCalibration? Of(RunResults results) =>
        results.Report.Probabilities is { } figures ? new(figures.EqualWidth, figures.EqualMass, results.Scaled) : null;
}

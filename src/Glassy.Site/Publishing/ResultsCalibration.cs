using Glassy.Metrics;

namespace Glassy.Publishing;

/// <summary>Calibration by two ways of making bins.</summary>
/// <param name="EqualWidth">Fifteen bins of equal width.</param>
/// <param name="EqualMass">At most fifteen bins of as many predictions each.</param>
public sealed record ResultsCalibration(ReliabilityDiagram EqualWidth, ReliabilityDiagram EqualMass);

namespace Glassy.Metrics;

/// <summary>A range that a true value is believed to be in.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end, not below the lower.</param>
public sealed record Interval(double Low, double High);

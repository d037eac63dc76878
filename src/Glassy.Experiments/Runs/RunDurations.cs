namespace Glassy.Runs;

/// <summary>Wall-clock seconds of a run's stages.</summary>
public sealed record RunDurations(double Training, double Evaluation, double Total);

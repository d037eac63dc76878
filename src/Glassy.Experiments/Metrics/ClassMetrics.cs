namespace Glassy.Metrics;

/// <summary>How well one class is told from the others.</summary>
/// <param name="Name">The class' name.</param>
/// <param name="Precision">Of those predicted as this class, the share that is; 0 when none was predicted.</param>
/// <param name="Recall">Of those of this class, the share predicted as it; 0 when there are none.</param>
/// <param name="F1">Harmonic mean of precision and recall; 0 when both are.</param>
/// <param name="Support">How many test pictures are of this class.</param>
public sealed record ClassMetrics(string Name, double Precision, double Recall, double F1, int Support);

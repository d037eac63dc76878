namespace Glassy.Metrics;

/// <summary>How well one class is told from the others, with intervals.</summary>
/// <param name="Name">The class' name.</param>
/// <param name="Precision">Of those predicted as this class, those that are; of none when none was predicted.</param>
/// <param name="Recall">Of those of this class, those predicted as it; of none when the test split has none.</param>
/// <param name="F1">Harmonic mean of precision and recall, 0..1; 0 when both are, null when the test split has none of it.</param>
public sealed record ClassFigures(string Name, Proportion Precision, Proportion Recall, double? F1)
{
    /// <summary>How many test pictures are of this class.</summary>
    public int Support => Recall.Total;
}

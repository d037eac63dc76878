namespace Glassy.Components.Figures;

/// <summary>One row of a confusion matrix.</summary>
/// <param name="Name">The true class.</param>
/// <param name="Total">Its pictures.</param>
/// <param name="Recall">Share of them right, 0..1; 0 when there are none.</param>
/// <param name="Cells">[classes] by predicted class.</param>
public sealed record ConfusionMatrixRow(string Name, int Total, double Recall, IReadOnlyList<ConfusionMatrixCell> Cells);

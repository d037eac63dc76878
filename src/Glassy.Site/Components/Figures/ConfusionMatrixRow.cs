namespace Glassy.Components.Figures;

/// <summary>One row of a confusion matrix.</summary>
/// <param name="Name">The true class.</param>
/// <param name="Total">Its pictures.</param>
/// <param name="Recall">Share of them right, 0..1; 0 when there are none.</param>
/// <param name="Cells">[shown classes] by predicted class.</param>
/// <param name="Others">How many were predicted as a class that is not shown.</param>
public sealed record ConfusionMatrixRow(string Name, int Total, double Recall, IReadOnlyList<ConfusionMatrixCell> Cells, int Others);

namespace Glassy.Components.Figures;

/// <summary>One cell of a confusion matrix.</summary>
/// <param name="Count">Pictures of the row's class predicted as the column's.</param>
/// <param name="RowShare">Of the row, 0..1.</param>
/// <param name="Level">How strongly it is shaded, 0..1: recall on the diagonal, the root of the share elsewhere.</param>
/// <param name="IsDiagonal">Whether these are right.</param>
/// <param name="Title">The cell in words.</param>
/// <param name="Href">The pictures behind it; null where there are none.</param>
public sealed record ConfusionMatrixCell(int Count, double RowShare, double Level, bool IsDiagonal, string Title, string? Href);

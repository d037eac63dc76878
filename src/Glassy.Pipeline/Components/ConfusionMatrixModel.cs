namespace Glassy.Components;

/// <summary>A confusion matrix: truth down, prediction across.</summary>
/// <param name="Caption">What is above it.</param>
/// <param name="Total">Pictures in all.</param>
/// <param name="Correct">Pictures right.</param>
/// <param name="Classes">The class names.</param>
/// <param name="Rows">One a true class.</param>
/// <param name="ColumnTotals">[classes] how often each class was predicted.</param>
/// <param name="Png">The chart's address relative to the page; null when there is none.</param>
public sealed record ConfusionMatrixModel(
    string Caption,
    int Total,
    int Correct,
    IReadOnlyList<string> Classes,
    IReadOnlyList<ConfusionMatrixRow> Rows,
    IReadOnlyList<int> ColumnTotals,
    string? Png);

/// <param name="Name">The true class.</param>
/// <param name="Total">Its pictures.</param>
/// <param name="Recall">Share of them right, 0..1; 0 when there are none.</param>
/// <param name="Cells">[classes] by predicted class.</param>
public sealed record ConfusionMatrixRow(string Name, int Total, double Recall, IReadOnlyList<ConfusionMatrixCell> Cells);

/// <param name="Count">Pictures of the row's class predicted as the column's.</param>
/// <param name="RowShare">Of the row, 0..1.</param>
/// <param name="Level">How strongly it is shaded, 0..1: recall on the diagonal, the root of the share elsewhere.</param>
/// <param name="IsDiagonal">Whether these are right.</param>
/// <param name="Title">The cell in words.</param>
public sealed record ConfusionMatrixCell(int Count, double RowShare, double Level, bool IsDiagonal, string Title);

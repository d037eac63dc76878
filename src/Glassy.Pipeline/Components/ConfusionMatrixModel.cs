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

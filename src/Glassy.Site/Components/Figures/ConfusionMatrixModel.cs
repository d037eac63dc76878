using Glassy.Components.Pictures;

namespace Glassy.Components.Figures;

/// <summary>A confusion matrix: truth down, prediction across.</summary>
/// <param name="Caption">What is above it.</param>
/// <param name="Total">Pictures in all.</param>
/// <param name="Correct">Pictures right.</param>
/// <param name="Classes">The names of the classes that are shown.</param>
/// <param name="Rows">One a class that is shown, by truth.</param>
/// <param name="ColumnTotals">[shown classes] how often each class was predicted.</param>
public sealed record ConfusionMatrixModel(
    string Caption,
    int Total,
    int Correct,
    IReadOnlyList<string> Classes,
    IReadOnlyList<ConfusionMatrixRow> Rows,
    IReadOnlyList<int> ColumnTotals)
{
    /// <summary>Of a matrix of test pictures the label of each class that is shown, by which its cells can be checked; else null.</summary>
    public string? Labels { get; init; }

    /// <summary>The chart's address relative to the page; null when there is none.</summary>
    public string? Png { get; init; }

    /// <summary>What is not shown of a matrix that is too large to be taken in at once; null for others.</summary>
    public OtherClasses? Others { get; init; }

    /// <summary>The most frequent confusions, of a matrix that is too large to be taken in at once; empty for others.</summary>
    public IReadOnlyList<ConfusionMatrixCell> Worst { get; init; } = [];

    /// <summary>The pictures behind the cells; empty when another page has them.</summary>
    public IReadOnlyList<CellPictures> Cells { get; init; } = [];

    /// <summary>The name that the page's radio buttons for this matrix share.</summary>
    public string Group { get; init; } = "";

    /// <summary>Of a picture, its own pixels.</summary>
    public int TileWidth { get; init; }

    /// <summary>Of a picture, its own pixels.</summary>
    public int TileHeight { get; init; }
}

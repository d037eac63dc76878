using Glassy.Metrics;

namespace Glassy.Foreign.Tables;

/// <summary>A table whose columns are in memory: of NumPy's arrays, or of Parquet.</summary>
/// <param name="columns">All of the same length.</param>
/// <param name="rows">That length.</param>
internal sealed class ArrayTable(IReadOnlyList<ArrayColumn> columns, int rows) : IPredictionTable
{
    private int _row = -1;

    public IReadOnlyList<TableColumn> Columns { get; } = [.. columns.Select(column => column.Info)];

    public IReadOnlyList<string> Unread { get; init; } = [];

    public ScoreKind? Scores { get; init; }

    public bool IsInOrder { get; init; }

    public bool HasLines => false;

    public int Line => _row + 1;

    public bool Read() => ++_row < rows;

    public string Text(int column) => columns[column].Text(_row).Trim();

    public bool TryNumber(int column, out double value) => columns[column].TryNumber(_row, out value);

    public void Dispose()
    {
        // Nothing is open.
    }
}

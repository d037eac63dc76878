namespace Glassy.Arithmetic;

/// <summary>Numbers as a matrix [rows, columns], in either order in memory.</summary>
public readonly ref struct MatrixView
{
    internal MatrixView(ReadOnlySpan<float> values, int rows, int columns, int rowStride, int columnStride)
    {
        Values = values;
        (Rows, Columns, RowStride, ColumnStride) = (rows, columns, rowStride, columnStride);
    }

    /// <summary>All of them.</summary>
    public ReadOnlySpan<float> Values { get; }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>How far a number is from the one below it.</summary>
    public int RowStride { get; }

    /// <summary>How far a number is from the one to its right.</summary>
    public int ColumnStride { get; }

    /// <summary>The same numbers as [columns, rows].</summary>
    public MatrixView Transposed => new(Values, Columns, Rows, ColumnStride, RowStride);

    /// <param name="values">[rows, columns], row-major.</param>
    /// <param name="rows">1 or more.</param>
    /// <param name="columns">1 or more.</param>
    /// <exception cref="ArgumentException">There are not as many numbers as rows times columns.</exception>
    public static MatrixView Of(ReadOnlySpan<float> values, int rows, int columns) => values.Length == rows * columns
        ? new MatrixView(values, rows, columns, columns, 1)
        : throw new ArgumentException(FormattableString.Invariant($"{values.Length} numbers are no matrix of {rows} x {columns}"));

    /// <summary>Some rows of it.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many.</param>
    public MatrixView Slice(int first, int count) => new(Values[(first * RowStride)..], count, Columns, RowStride, ColumnStride);
}

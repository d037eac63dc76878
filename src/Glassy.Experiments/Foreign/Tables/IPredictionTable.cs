using Glassy.Metrics;

namespace Glassy.Foreign.Tables;

/// <summary>
/// A table, read row by row from its beginning. What is wrong with its form is a <see cref="Diagnostics.DiagnosticException"/> with file
/// and line.
/// </summary>
internal interface IPredictionTable : IDisposable
{
    /// <summary>In the file's order.</summary>
    IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>The names of columns that cannot be read, because they hold lists or are of another length than the others.</summary>
    IReadOnlyList<string> Unread { get; }

    /// <summary>What the file itself calls its scores; null when it does not.</summary>
    ScoreKind? Scores { get; }

    /// <summary>Whether a row without name or index is of the picture whose place it has: so arrays are meant.</summary>
    bool IsInOrder { get; }

    /// <summary>Whether it is a text with lines, which a message can show.</summary>
    bool HasLines { get; }

    /// <summary>The line of its head; 0 when it has no lines.</summary>
    int HeadLine => HasLines ? 1 : 0;

    /// <summary>Where the present row begins: 1-based line of a text, 1-based row of what has no lines.</summary>
    int Line { get; }

    /// <summary>Goes to the next row; false when there is none.</summary>
    bool Read();

    /// <summary>A cell of the present row, without surrounding blanks; empty when there is nothing in it.</summary>
    string Text(int column);

    /// <summary>A cell as a number, which may be infinite or not a number; false when it is none.</summary>
    bool TryNumber(int column, out double value);
}

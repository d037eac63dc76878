using Glassy.Diagnostics;

namespace Glassy.Foreign.Tables;

/// <summary>The names of columns that are no class'.</summary>
internal static class ColumnNames
{
    public static IReadOnlyList<string> Known { get; } = ["file", "index", "label", "predicted"];

    /// <summary>Whether a column is called so: as it is written, or with other capitals where no column is written so.</summary>
    public static bool IsKnown(string column, IReadOnlyList<string> columns) =>
        Known.Any(wanted => PlaceOf(wanted, columns) is { } place && columns[place] == column);

    /// <summary>Where a known column is among others; null where it is not, or where several differ from it by case.</summary>
    public static int? PlaceOf(string wanted, IReadOnlyList<string> columns) =>
        Spelling.PlaceOf(wanted, columns) is >= 0 and var place ? place : null;
}

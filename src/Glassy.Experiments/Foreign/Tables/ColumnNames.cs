namespace Glassy.Foreign.Tables;

/// <summary>The names of columns that are no class'.</summary>
internal static class ColumnNames
{
    public static IReadOnlyList<string> Known { get; } = ["file", "index", "label", "predicted"];
}

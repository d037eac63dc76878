namespace Glassy.Foreign.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Name">As the file has it.</param>
/// <param name="Class">The class that its place in an array stands for; null for a column that only its name tells of.</param>
internal sealed record TableColumn(string Name, int? Class = null);

using System.Globalization;
using nietras.SeparatedValues;

namespace Glassy.Datasets.Folders;

/// <summary>A table (CSV, TSV) of what is known of pictures besides their classes.</summary>
/// <param name="Names">Of its columns, without those that say which picture a row is of.</param>
/// <param name="Rows">In the table's order.</param>
internal sealed record AttributeTable(IReadOnlyList<string> Names, IReadOnlyList<AttributeRow> Rows)
{
    private const string Index = "index";

    /// <param name="path">Absolute path.</param>
    /// <param name="name">The path as messages show it.</param>
    /// <exception cref="InvalidDataException">It is no such table; the message names the line.</exception>
    public static AttributeTable Read(string path, string name) => LabelTable.Read(path, name, Read);

    private static AttributeTable Read(SepReader reader, string name)
    {
        var columns = reader.Header.ColNames;
        var (file, index) = (LabelTable.ColumnOf(columns, LabelTable.FileNames), LabelTable.ColumnOf(columns, [Index]));
        var split = LabelTable.ColumnOf(columns, LabelTable.SplitNames);
        if (file < 0 && index < 0)
        {
            throw new InvalidDataException(
                $"{name}: neither files nor `{Index}` among {LabelTable.Shown(string.Join(", ", columns))}; expected `file`, or `{Index}` with `split`");
        }

        var others = Enumerable.Range(0, columns.Count).Where(column => column != file && column != index && column != split).ToArray();
        var rows = new List<AttributeRow>();
        foreach (var row in reader)
        {
            var values = LabelTable.ValuesOf(row, others);
            rows.Add(file >= 0
                ? new AttributeRow(row.LineNumberFrom, row[file].ToString().Replace('\\', '/'), SplitKind.None, -1, values)
                : new AttributeRow(
                    row.LineNumberFrom,
                    null,
                    SplitOf(split < 0 ? "test" : row[split].ToString(), row.LineNumberFrom, name),
                    IndexOf(row[index].ToString(), row.LineNumberFrom, name),
                    values));
        }

        return new AttributeTable([.. others.Select(column => columns[column].Trim())], rows);
    }

    private static SplitKind SplitOf(string text, int line, string name) => Folders.SplitNames.Of(text) is not SplitKind.None and var split
        ? split
        : throw new InvalidDataException($"{name}:{line}: split is '{LabelTable.Shown(text)}', expected {Folders.SplitNames.Expected}");

    private static int IndexOf(string text, int line, string name) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        ? index
        : throw new InvalidDataException(
            $"{name}:{line}: {Index} is '{LabelTable.Shown(text)}', expected the picture's place in its split, from 0");
}

/// <summary>A row of an <see cref="AttributeTable"/>.</summary>
/// <param name="Line">1-based.</param>
/// <param name="File">As it is written, with <c>/</c>; null when the row names a place.</param>
/// <param name="Split">Of that place.</param>
/// <param name="Index">The place.</param>
/// <param name="Values">What the columns say.</param>
internal sealed record AttributeRow(int Line, string? File, SplitKind Split, int Index, IReadOnlyList<string> Values);

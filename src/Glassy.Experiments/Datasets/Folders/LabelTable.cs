using nietras.SeparatedValues;

namespace Glassy.Datasets.Folders;

/// <summary>A table (CSV, TSV) of files and labels, with a split or without.</summary>
/// <param name="Rows">In the table's order.</param>
/// <param name="HasSplit">Whether it has a column of splits.</param>
/// <param name="Others">The names of its other columns.</param>
public sealed record LabelTable(IReadOnlyList<LabelRow> Rows, bool HasSplit, IReadOnlyList<string> Others)
{
    private const int MostShown = 200;

    internal static readonly string[] FileNames =
    [
        "file", "filename", "file_name", "filepath", "file_path", "path", "image", "image_path", "image_name", "image_id", "img", "id"
    ];
    private static readonly string[] LabelNames = ["label", "labels", "class", "class_name", "category", "target"];
    internal static readonly string[] SplitNames = ["split", "set", "subset", "partition", "usage"];

    /// <summary>Whether a file's name is that of such a table.</summary>
    public static bool IsTable(string path) => Path.GetExtension(path).ToUpperInvariant() is ".CSV" or ".TSV";

    /// <param name="path">Absolute path.</param>
    /// <param name="name">The path as messages show it.</param>
    /// <exception cref="InvalidDataException">It is no such table; the message names the line.</exception>
    public static LabelTable Read(string path, string name) => Read(path, name, Read);

    /// <summary>Reads a table of files, whatever else it tells of them.</summary>
    internal static T Read<T>(string path, string name, Func<SepReader, string, T> read)
    {
        try
        {
            using var reader = Sep.Reader(options => options with { Unescape = true, Trim = SepTrim.All }).FromFile(path);
            return read(reader, name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{name}: cannot be read; is there such a file?", exception);
        }
        catch (Exception exception) when (exception is ArgumentException or KeyNotFoundException or NotSupportedException
            || (exception is InvalidDataException && !exception.Message.StartsWith(name, StringComparison.Ordinal)))
        {
            throw new InvalidDataException($"{name}: no table that can be read: {Shown(exception.Message)}", exception);
        }
    }

    private static LabelTable Read(SepReader reader, string name)
    {
        var columns = reader.Header.ColNames;
        var (file, label, split) = (ColumnOf(columns, FileNames), ColumnOf(columns, LabelNames), ColumnOf(columns, SplitNames));
        Require(file, "files", FileNames);
        Require(label, "labels", LabelNames);
        var others = Enumerable.Range(0, columns.Count).Where(column => column != file && column != label && column != split).ToArray();
        var rows = new List<LabelRow>();
        foreach (var row in reader)
        {
            var given = split < 0 ? "" : row[split].ToString();
            var kind = Folders.SplitNames.Of(given);
            var (key, value) = (row[file].ToString().Replace('\\', '/'), row[label].ToString());
            if (key.Length == 0 || value.Length == 0)
            {
                throw new InvalidDataException(
                    $"{name}:{row.LineNumberFrom}: no {Shown(key.Length == 0 ? columns[file] : columns[label])}, expected one in each row");
            }

            if (split >= 0 && kind == SplitKind.None)
            {
                throw new InvalidDataException(
                    $"{name}:{row.LineNumberFrom}: {Shown(columns[split])} is '{Shown(given)}', expected {Folders.SplitNames.Expected}");
            }

            rows.Add(new LabelRow(row.LineNumberFrom, key, value, kind, ValuesOf(row, others)));
        }

        return new LabelTable(rows, split >= 0, [.. others.Select(column => columns[column].Trim())]);

        void Require(int column, string what, string[] names)
        {
            if (column < 0)
            {
                throw new InvalidDataException(
                    $"{name}: no column of {what} among {Shown(string.Join(", ", columns))}; expected one of {string.Join(", ", names)}");
            }
        }
    }

    internal static string[] ValuesOf(SepReader.Row row, int[] columns)
    {
        var values = new string[columns.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = row[columns[i]].ToString();
        }

        return values;
    }

    /// <summary>In one line that is not long, whatever the table holds.</summary>
    internal static string Shown(string text) =>
        string.Concat((text.Length > MostShown ? text[..MostShown] + "…" : text).Select(letter => char.IsControl(letter) ? ' ' : letter))
            .Trim();

    internal static int ColumnOf(IReadOnlyList<string> columns, string[] names) =>
        names.Select(name => columns.ToList().FindIndex(column => string.Equals(column.Trim(), name, StringComparison.OrdinalIgnoreCase)))
            .Where(column => column >= 0).DefaultIfEmpty(-1).First();
}

/// <summary>A row of a <see cref="LabelTable"/>.</summary>
/// <param name="Line">1-based.</param>
/// <param name="File">As it is written, with <c>/</c>.</param>
/// <param name="Label">The class' name.</param>
/// <param name="Split">What it is for; none when the table does not say.</param>
/// <param name="Others">What its other columns say.</param>
public sealed record LabelRow(int Line, string File, string Label, SplitKind Split, IReadOnlyList<string> Others);

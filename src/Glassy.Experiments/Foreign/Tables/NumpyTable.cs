using System.IO.Compression;
using Glassy.Datasets.Files;
using Glassy.Diagnostics;

namespace Glassy.Foreign.Tables;

/// <summary>
/// <c>.npy</c>: scores of (N, classes), or answers of (N). <c>.npz</c>: arrays of (N) by the names that columns have, or several of it
/// (<c>numpy.savez</c> can call none <c>file</c>), and scores of all classes in one of (N, classes). Without file or index, rows are in the
/// test split's order.
/// </summary>
internal static class NumpyTable
{
    private const string Extension = ".npy";

    private static readonly Dictionary<string, string> Several = new()
    {
        ["files"] = "file",
        ["indices"] = "index",
        ["labels"] = "label",
        ["predictions"] = "predicted",
    };

    /// <exception cref="InvalidDataException">An array is no array.</exception>
    public static ArrayTable Open(string path, string name)
    {
        var bytes = DataFile.ReadAllBytes(path, name);
        return path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
            ? OfArrays([Named(NpyReader.Read(bytes, name))], name)
            : OfArrays(ArraysOf(bytes, name), name);
    }

    /// <summary>A file with one array: what it is, its shape says.</summary>
    private static (string, NpyArray) Named(NpyArray array) => (array.Dimensions.Count == 1 ? "predicted" : "scores", array);

    private static List<(string Name, NpyArray Array)> ArraysOf(byte[] bytes, string name)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            return
            [
                .. archive.Entries.Where(entry => entry.FullName.EndsWith(Extension, StringComparison.Ordinal))
                    .Select(entry => (Called: entry.FullName[..^Extension.Length], Bytes: BytesOf(entry, name)))
                    .Select(entry => (entry.Called, NpyReader.Read(entry.Bytes, $"{name}: {entry.Called}"))),
            ];
        }
        catch (Exception exception) when (exception is EndOfStreamException
            || (exception is InvalidDataException && !exception.Message.StartsWith(name, StringComparison.Ordinal)))
        {
            throw Mistake(name, "corrupt or incomplete, expected a zip of arrays as numpy.savez writes it; write it again");
        }
    }

    private static byte[] BytesOf(ZipArchiveEntry entry, string name)
    {
        if (entry.Length > Array.MaxLength)
        {
            throw Mistake(name, $"'{entry.FullName}' has {entry.Length:N0} bytes, more than the 2 GB that fit into memory at once");
        }

        var content = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(content);
        return content;
    }

    private static ArrayTable OfArrays(List<(string Name, NpyArray Array)> arrays, string name)
    {
        if (arrays.Count == 0)
        {
            throw Mistake(name, $"holds no array, expected file or index, label, predicted, or one of {ScoreNames.Expected}");
        }

        var scores = ScoresOf(arrays, name);
        var rows = (scores ?? arrays.FirstOrDefault(IsNamed, arrays[0])).Array.Dimensions is [var first, ..] ? first : 0;
        if (arrays.FirstOrDefault(
            array => IsNamed(array) && array.Array.Dimensions is not [_] and not [_, 1]) is { Name: { } odd, Array: var other })
        {
            throw Mistake(name, $"'{odd}' is of ({string.Join(", ", other.Dimensions)}), expected (N)");
        }

        if (arrays.FirstOrDefault(array => IsNamed(array) && array.Array.Dimensions[0] != rows) is { Name: { } uneven, Array: var longer })
        {
            throw Mistake(
                name, FormattableString.Invariant($"'{uneven}' has {longer.Dimensions[0]:N0} rows, expected {rows:N0} as the others"));
        }

        bool IsRead((string Name, NpyArray Array) array) =>
            (scores is var (_, chosen) && ReferenceEquals(array.Array, chosen))
                || (array.Array.Dimensions is [_] or [_, 1] && array.Array.Dimensions[0] == rows);
        return new ArrayTable([.. arrays.Where(IsRead).SelectMany(array => ColumnsOf(array.Name, array.Array))], rows)
        {
            Unread = [.. arrays.Where(array => !IsRead(array)).Select(array => array.Name)],
            Scores = scores is var (called, _) ? ScoreNames.KindOf(called) : null,
            IsInOrder = true,
        };
    }

    private static bool IsNamed((string Name, NpyArray Array) array) =>
        ColumnNames.Known.Contains(Several.GetValueOrDefault(array.Name, array.Name));

    /// <summary>The array with a column a class: the one that is called so, or the only matrix; null when there is none.</summary>
    private static (string Name, NpyArray Array)? ScoresOf(List<(string Name, NpyArray Array)> arrays, string name)
    {
        var matrices = arrays.Where(array => array.Array.Dimensions is [_, > 1]).ToList();
        var called = arrays.Where(array => ScoreNames.Recognises(array.Name)).ToList();
        return (called, matrices) switch
        {
            ([var first, var second, ..], _) =>
                throw Mistake(name, $"'{first.Name}' and '{second.Name}' both have a column a class; leave one out"),
            ([{ Array.Dimensions: [_, _] } one], _) => one,
            ([var odd], _) => throw Mistake(name, $"'{odd.Name}' is of ({string.Join(", ", odd.Array.Dimensions)}), expected (N, classes)"),
            (_, [var only]) => only,
            _ => null,
        };
    }

    private static IEnumerable<ArrayColumn> ColumnsOf(string name, NpyArray array)
    {
        var width = array.Dimensions.Count == 2 ? array.Dimensions[1] : 1;
        var isText = array.Type[1] is 'S' or 'U';
        for (var column = 0; column < width; column++)
        {
            var place = column;
            yield return new ArrayColumn(
                width == 1 ? new TableColumn(Several.GetValueOrDefault(name, name)) : new TableColumn($"{name}[{place}]", place),
                row => array.TextAt((row * width) + place),
                isText ? null : row => array.NumberAt((row * width) + place));
        }
    }

    private static DiagnosticException Mistake(string name, string message) => new(Diagnostic.Error(message, name));
}

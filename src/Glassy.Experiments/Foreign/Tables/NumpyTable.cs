using System.IO.Compression;
using Glassy.Datasets.Files;
using Glassy.Diagnostics;

namespace Glassy.Foreign.Tables;

/// <summary>
/// <c>.npy</c>: scores of (N, classes), or answers of (N). <c>.npz</c>: arrays of (N) by the names that columns have, or several of it
/// (<c>numpy.savez</c> can call none <c>file</c>), and scores of all classes in one of (N, classes). Without file or index, rows are in the test
/// split's order.
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

        if (arrays.FirstOrDefault(array => array.Array.Dimensions.Count is not (1 or 2)) is { Name: { } odd, Array: var other })
        {
            throw Mistake(name, $"'{odd}' is of ({string.Join(", ", other.Dimensions)}), expected (N), or (N, classes)");
        }

        var rows = arrays[0].Array.Dimensions[0];
        if (arrays.FirstOrDefault(array => array.Array.Dimensions[0] != rows) is { Name: { } longer, Array: var uneven })
        {
            throw Mistake(name, FormattableString.Invariant(
                $"'{longer}' has {uneven.Dimensions[0]:N0} rows, but '{arrays[0].Name}' has {rows:N0}; all need as many"));
        }

        var scores = arrays.Where(array => array.Array.Dimensions.Count == 2 && array.Array.Dimensions[1] > 1).ToList();
        if (scores.Count > 1)
        {
            throw Mistake(name, $"'{scores[0].Name}' and '{scores[1].Name}' both have a column a class; leave one out");
        }

        return new ArrayTable([.. arrays.SelectMany(array => ColumnsOf(array.Name, array.Array))], rows)
        {
            Scores = scores is [var (called, _)] ? ScoreNames.KindOf(called) : null,
            IsInOrder = true,
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

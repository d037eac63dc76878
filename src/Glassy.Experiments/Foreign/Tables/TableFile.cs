using Glassy.Diagnostics;

namespace Glassy.Foreign.Tables;

/// <summary>Opens a table by the end of its file's name.</summary>
internal static class TableFile
{
    /// <summary>In words, for messages.</summary>
    public const string Formats = ".csv, .tsv, .jsonl, .ndjson, .npy, .npz or .parquet";

    /// <param name="path">Absolute.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="DiagnosticException">There is no such file, or it is not of its form.</exception>
    public static async Task<IPredictionTable> OpenAsync(string path, string name, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw Mistake(name, Directory.Exists(path) ? "is a folder, expected a file of predictions" : $"no such file{OthersIn(path)}");
        }

        try
        {
            return Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".csv" => SeparatedTable.Open(path, name, isTabbed: false),
                ".tsv" => SeparatedTable.Open(path, name, isTabbed: true),
                ".jsonl" or ".ndjson" or ".json" => JsonLinesTable.Open(path, name),
                ".npy" or ".npz" => NumpyTable.Open(path, name),
                ".parquet" => await ParquetTable.OpenAsync(path, name, cancellationToken).ConfigureAwait(false),
                var other => throw Mistake(name, $"'{other}' is no known form of a table, expected {Formats}"),
            };
        }
        catch (InvalidDataException mistake)
        {
            throw new DiagnosticException(Diagnostic.Error(mistake.Message)); // which names the file
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Mistake(name, $"cannot be read ({exception.GetType().Name}); check its permissions");
        }
    }

    private static string OthersIn(string path)
    {
        var folder = Path.GetDirectoryName(path);
        return Directory.Exists(folder)
            ? Spelling.Suggest(
                Path.GetFileName(path),
                Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal))
            : ", nor is there its folder; paths are relative to the project";
    }

    private static DiagnosticException Mistake(string name, string message) => new(Diagnostic.Error(message, name));
}

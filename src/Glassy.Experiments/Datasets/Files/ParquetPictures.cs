using System.Text.Json;
using Parquet;
using Parquet.Schema;

namespace Glassy.Datasets.Files;

/// <summary>
/// Pictures and labels of a Parquet file, as Hugging Face's <c>datasets</c> writes them: a column of encoded pictures and one of labels.
/// </summary>
/// <param name="Pictures">[N] each a file's bytes; null for a row without one.</param>
/// <param name="Labels">[N] names, or indices into <paramref name="Classes"/> as texts.</param>
/// <param name="Classes">The classes' names in label order, from the file's metadata; null when it has none.</param>
public sealed record ParquetPictures(IReadOnlyList<byte[]?> Pictures, IReadOnlyList<string?> Labels, IReadOnlyList<string>? Classes)
{
    private const int MostRows = 10_000_000;

    /// <summary>Pictures are packed already: a file whose columns claim more than this many times its own size is none.</summary>
    private const int MostUnpacked = 64;

    private static readonly string[] ImageNames = ["image", "img", "picture", "images", "jpg", "png"];
    private static readonly string[] LabelNames = ["label", "labels", "fine_label", "class", "target", "cls"];

    /// <param name="path">Absolute path.</param>
    /// <param name="name">The path as messages show it.</param>
    /// <param name="cancellationToken">Looked at between parts of the file.</param>
    /// <exception cref="InvalidDataException">It is damaged, or has no such columns.</exception>
    public static async Task<ParquetPictures> ReadAsync(string path, string name, CancellationToken cancellationToken)
    {
        var file = DataFile.OpenRead(path, name);
        await using var _ = file.ConfigureAwait(false);
        try
        {
            ParquetGuard.Check(file);
            file.Position = 0;
            var reader = await ParquetReader.CreateAsync(new StrictStream(file), cancellationToken: cancellationToken)
                .ConfigureAwait(false);
            await using var __ = reader.ConfigureAwait(false);
            return await ReadAsync(reader, file.Length, name, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException)
            && !(exception is InvalidDataException && exception.Message.StartsWith(name, StringComparison.Ordinal)))
        {
            // The library throws whatever a damaged file leads it to.
            throw new InvalidDataException($"{name}: corrupt or incomplete Parquet file; fetch it again", exception);
        }
    }

    private static async Task<ParquetPictures> ReadAsync(
        ParquetReader reader,
        long length,
        string name,
        CancellationToken cancellationToken)
    {
        var fields = reader.Schema.GetDataFields();
        var image = fields.FirstOrDefault(
            field => (field.ClrType == typeof(byte[]) || field.ClrType == typeof(ReadOnlyMemory<byte>)) && IsImage(field.Path.ToList()))
            ?? throw new InvalidDataException(
                $"{name}: no column of pictures among {Shown(fields)}; expected image.bytes as Hugging Face's datasets has it");
        var label = LabelNames.Select(known => Array.Find(fields, field => field.Path.ToString() == known))
            .FirstOrDefault(field => field is not null)
            ?? throw new InvalidDataException(
                $"{name}: no column of labels among {Shown(fields)}; expected one of {string.Join(", ", LabelNames)}");
        var (pictures, labels) = (new List<byte[]?>(), new List<string?>());
        for (var i = 0; i < reader.RowGroupCount; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var group = reader.OpenRowGroupReader(i);
            CheckSize(group, image, length, pictures.Count, name);
            var rows = (int)group.RowCount;
            var bytes = new byte[]?[rows];
            await group.ReadAsync(image, bytes.AsMemory(), cancellationToken: cancellationToken).ConfigureAwait(false);
            pictures.AddRange(bytes);
            labels.AddRange(await ReadLabelsAsync(group, label, rows, name, cancellationToken).ConfigureAwait(false));
        }

        return new ParquetPictures(pictures, labels, ClassesIn(reader.CustomMetadata.GetValueOrDefault("huggingface"), label.Name));
    }

    private static void CheckSize(ParquetRowGroupReader group, DataField image, long length, int before, string name)
    {
        var claimed = group.GetMetadata(image)?.MetaData?.TotalUncompressedSize ?? 0;
        if (group.RowCount < 0 || group.RowCount + before > MostRows || group.RowCount > 8 * length)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"{name}: claims {group.RowCount:N0} rows, more than its {length:N0} bytes can hold; fetch it again"));
        }

        if (claimed > MostUnpacked * length || claimed > Array.MaxLength)
        {
            throw new InvalidDataException(
                FormattableString.Invariant(
                    $"{name}: claims {claimed:N0} bytes of pictures in a part, of {length:N0} bytes of file; fetch it again, or write smaller parts"));
        }
    }

    private static async Task<IEnumerable<string?>> ReadLabelsAsync(
        ParquetRowGroupReader group, DataField label, int rows, string name, CancellationToken cancellationToken)
    {
        if (label.ClrType == typeof(string) || label.ClrType == typeof(ReadOnlyMemory<char>))
        {
            var texts = new string?[rows];
            await group.ReadAsync(label, texts.AsMemory(), cancellationToken: cancellationToken).ConfigureAwait(false);
            return texts;
        }

        return label.ClrType == typeof(long) ? await ReadAsync<long>().ConfigureAwait(false)
            : label.ClrType == typeof(int) ? await ReadAsync<int>().ConfigureAwait(false)
            : label.ClrType == typeof(short) ? await ReadAsync<short>().ConfigureAwait(false)
            : label.ClrType == typeof(byte) ? await ReadAsync<byte>().ConfigureAwait(false)
            : throw new InvalidDataException($"{name}: labels of {label.ClrType.Name}, expected whole numbers or texts");

        async Task<IEnumerable<string?>> ReadAsync<T>()
            where T : struct
        {
            if (label.IsNullable)
            {
                var values = new T?[rows];
                await group.ReadAsync<T>(label, values.AsMemory(), cancellationToken: cancellationToken).ConfigureAwait(false);
                return values.Select(value => value is { } number ? FormattableString.Invariant($"{number}") : null);
            }

            var numbers = new T[rows];
            await group.ReadAsync<T>(label, numbers.AsMemory(), cancellationToken: cancellationToken).ConfigureAwait(false);
            return numbers.Select(number => FormattableString.Invariant($"{number}"));
        }
    }

    /// <summary>The names of a ClassLabel, from <c>{"info": {"features": {"label": {"names": […]}}}}</c>.</summary>
    private static IReadOnlyList<string>? ClassesIn(string? metadata, string label)
    {
        if (metadata is null)
        {
            return null;
        }

        using var json = JsonDocument.Parse(metadata);
        return Child(Child(Child(Child(json.RootElement, "info"), "features"), label), "names") is { ValueKind: JsonValueKind.Array } names
            ? [.. names.EnumerateArray().Select(text => text.GetString() ?? "")]
            : null;

        static JsonElement? Child(JsonElement? element, string key) =>
            element is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(key, out var child) ? child : null;
    }

    private static bool IsImage(IReadOnlyList<string> path) => path switch
    {
        [var column] => ImageNames.Contains(column),
        [var column, "bytes"] => ImageNames.Contains(column),
        _ => false,
    };

    private static string Shown(DataField[] fields) =>
        string.Concat(string.Join(", ", fields.Take(12).Select(field => field.Path.ToString()))
            .Select(letter => char.IsControl(letter) ? '?' : letter));
}

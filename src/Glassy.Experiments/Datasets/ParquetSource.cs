using System.Globalization;
using Glassy.Datasets.Files;
using Glassy.Datasets.Folders;
using Glassy.Datasets.Options;
using Glassy.Execution;
using Glassy.Progress;

namespace Glassy.Datasets;

/// <summary>
/// Parquet files of Hugging Face's <c>datasets</c>: <c>data/train-00000-of-00001.parquet</c>, <c>test/0000.parquet</c>, or one file.
/// </summary>
/// <param name="path">Absolute path of the file, or of a folder that has some.</param>
/// <param name="options">What is made of the pictures.</param>
/// <param name="project">For the paths in messages.</param>
/// <param name="progress">Told how many are read.</param>
public sealed class ParquetSource(string path, DatasetOptions options, ProjectFolder project, IProgressSink progress) : IDatasetSource
{
    private const string Pattern = "*.parquet";

    public string Name => FileSafeName.Of(
        Directory.Exists(path) ? Path.GetFileName(Path.TrimEndingDirectorySeparator(path)) : Path.GetFileNameWithoutExtension(path),
        "dataset");

    public string? Notice => null;

    public IReadOnlyList<string> Files => Directory.Exists(path)
        ? [.. Directory.EnumerateFiles(path, Pattern, SearchOption.AllDirectories)
            .OrderBy(file => Path.GetRelativePath(path, file), NaturalOrder.Instance)]
        : [path];

    public object Besides => new { Options = options with { Name = "", Path = null, Labels = null } };

    /// <summary>Whether there are such files in a folder, however deep.</summary>
    public static bool Recognises(string folder) => Directory.EnumerateFiles(folder, Pattern, SearchOption.AllDirectories).Any();

    public async Task<ImageDataset> LoadAsync(CancellationToken cancellationToken)
    {
        var (rows, remarks) = (new List<Row>(), new List<DatasetRemark>());
        IReadOnlyList<string>? classes = null;
        foreach (var file in Files)
        {
            var shown = project.Relative(file);
            var read = await ParquetPictures.ReadAsync(file, shown, cancellationToken).ConfigureAwait(false);
            classes ??= read.Classes;
            var split = SplitOf(Path.GetRelativePath(path, file));
            rows.AddRange(read.Pictures.Zip(read.Labels, (picture, label) => (picture, label))
                .Select((row, i) => new Row(FormattableString.Invariant($"{shown}: row {i}"), split, row.picture ?? [], row.label)));
        }

        if (rows.Count == 0)
        {
            throw new InvalidDataException($"{project.Relative(path)}: no rows, expected one a picture");
        }

        return await Task.Run(() => Make(rows, classes, remarks, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private ImageDataset Make(
        IReadOnlyList<Row> rows,
        IReadOnlyList<string>? named,
        List<DatasetRemark> remarks,
        CancellationToken cancellationToken)
    {
        var shown = project.Relative(path);
        var classes = named
            ?? [.. rows.Select(row => row.Label).OfType<string>().Distinct(StringComparer.Ordinal).Order(NaturalOrder.Instance)];
        var places = named is null ? classes.Select((name, label) => (name, label)).ToDictionary(StringComparer.Ordinal) : null;
        var labels = rows.Select(row => LabelOf(row, classes, places)).ToArray();
        var loader = new PictureLoader(shown, options, progress);
        var pictures = loader.Load([.. rows.Select(row => new PictureBytes(row.Name, () => row.Picture))], cancellationToken);
        var kept = rows.Select((row, i) => (row, i)).Where(row => pictures[row.i] is not null)
            .Select(row => new AssembledPicture(row.row.Name, labels[row.i], row.row.Split, pictures[row.i]!));
        return new PictureAssembly(Name, shown, options, areFiles: false).Make(classes, [.. kept], [.. remarks, .. loader.Remarks]);
    }

    private static int LabelOf(Row row, IReadOnlyList<string> classes, Dictionary<string, int>? places)
    {
        if (row.Label is null)
        {
            throw new InvalidDataException($"{row.Name}: no label, expected one in each row");
        }

        if (places is not null)
        {
            return places[row.Label];
        }

        return int.TryParse(row.Label, NumberStyles.None, CultureInfo.InvariantCulture, out var label) && label < classes.Count
            ? label
            : throw new InvalidDataException(
                $"{row.Name}: label {row.Label}, expected 0 to {classes.Count - 1}: that is how many classes the file's metadata names");
    }

    /// <summary>By the folder, else by the first word of the file's name.</summary>
    private static SplitKind SplitOf(string relative) => relative.Split('/', '\\', '-', '_', '.')
        .Select(SplitNames.Of).FirstOrDefault(split => split != SplitKind.None);

    private sealed record Row(string Name, SplitKind Split, byte[] Picture, string? Label);
}

using Glassy.Datasets.Files;
using Glassy.Datasets.Folders;
using Glassy.Datasets.Options;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Progress;

namespace Glassy.Datasets;

/// <summary>Finds the dataset that a project asks for.</summary>
/// <param name="project">The project that is built.</param>
/// <param name="progress">Told of downloads and of the fall-back.</param>
/// <param name="http">For downloads; its own timeout should be infinite.</param>
/// <param name="time">For downloads' time-outs and waits.</param>
/// <param name="datasetsFolder">A folder with datasets outside of the project (the value of <c>GLASSY_DATASETS</c>), or null.</param>
/// <param name="memory">Of failed downloads, for <c>auto</c>; null to try each time.</param>
/// <param name="programFolder">Where the program's own copy of <c>data/datasets/digits/</c> is; null for beside the program.</param>
/// <param name="mirrors">Base addresses of MNIST's files; null for the usual ones.</param>
public sealed class DatasetCatalog(
    ProjectFolder project,
    IProgressSink progress,
    HttpClient http,
    TimeProvider time,
    string? datasetsFolder,
    DownloadMemory? memory = null,
    string? programFolder = null,
    IReadOnlyList<Uri>? mirrors = null)
{
    private const string DigitsPath = "data/datasets/digits/digits.png";

    private readonly MnistLocator _mnist = new(project, datasetsFolder);

    /// <summary>The names that are not paths.</summary>
    public static IReadOnlyList<string> Names { get; } = [DatasetOptions.Auto, MnistSource.DatasetName, DigitsSource.DatasetName];

    /// <param name="options">Which, and what is made of its pictures; a path is absolute or from the project.</param>
    /// <param name="cancellationToken">Stops a download; nothing half-written stays.</param>
    /// <exception cref="InvalidDataException">It is not there and cannot be had; the message is one line.</exception>
    public async Task<IDatasetSource> ResolveAsync(DatasetOptions options, CancellationToken cancellationToken)
    {
        if (options is { Name: not DatasetOptions.Auto, Path: not null })
        {
            throw new InvalidDataException(
                $"dataset: both name ('{options.Name}') and path ('{options.Path}') are given; keep one of them");
        }

        IDatasetSource source = (options.Path is null ? options.Name : "") switch
        {
            DatasetOptions.Auto => _mnist.Find() ?? await DownloadOrDigitsAsync(cancellationToken).ConfigureAwait(false),
            MnistSource.DatasetName => _mnist.Find() ?? await DownloadAsync(cancellationToken).ConfigureAwait(false),
            DigitsSource.DatasetName => Digits(notice: null),
            _ => Found(options),
        };
        source = source is ImageFolderSource or ParquetSource || options.Resize.Size is null
            ? source
            : new ResizedSource(source, options.Resize);
        return options.Attributes is { } attributes ? new AttributedSource(source, AttributesOf(attributes, options), project) : source;
    }

    private async Task<IDatasetSource> DownloadOrDigitsAsync(CancellationToken cancellationToken)
    {
        const string Notice = "MNIST is not here and could not be downloaded, so this is the bundled set of 5,000 digits (dataset: auto).";
        if (memory?.NextTry() is { } nextTry)
        {
            progress.Warning($"{Notice} The download is tried again after {nextTry.LocalDateTime:HH:mm}; `dataset: mnist` tries now.");
            return Digits(Notice);
        }

        try
        {
            return await DownloadMnistAsync(DownloadPolicy.Hasty, cancellationToken).ConfigureAwait(false);
        }
        catch (DownloadException exception)
        {
            memory?.Remember();
            progress.Warning($"{Notice} {exception.Message}");
            return Digits(Notice);
        }
    }

    private async Task<IDatasetSource> DownloadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await DownloadMnistAsync(DownloadPolicy.Patient, cancellationToken).ConfigureAwait(false);
        }
        catch (DownloadException exception)
        {
            throw new InvalidDataException(
                $"dataset mnist: {exception.Message}; put its four files into data/datasets/mnist/, set GLASSY_DATASETS, or choose `dataset: digits`",
                exception);
        }
    }

    private Task<IDatasetSource> DownloadMnistAsync(DownloadPolicy policy, CancellationToken cancellationToken) =>
        _mnist.DownloadAsync(new Downloader(http, time, progress, policy), mirrors ?? MnistFiles.Mirrors, cancellationToken);

    private DigitsSource Digits(string? notice)
    {
        var own = project.Absolute(DigitsPath);
        var shipped = Path.GetFullPath(DigitsPath, programFolder ?? AppContext.BaseDirectory);
        var path = new[] { own, shipped }.FirstOrDefault(File.Exists)
            ?? throw new InvalidDataException(
                $"{DigitsPath}: no such file, neither in the project nor beside the program; install the program anew");
        return new DigitsSource(path, notice, project);
    }

    private IDatasetSource Found(DatasetOptions options)
    {
        var choice = options.Path ?? options.Name;
        var place = Absolute(choice);
        var shown = project.Relative(place);
        if (File.Exists(place))
        {
            return LabelTable.IsTable(place) ? Pictures(Path.GetDirectoryName(place)!, place, options) // a file has a folder
                : place.EndsWith(".npz", StringComparison.OrdinalIgnoreCase) ? new NumpySource(place, null, options, project)
                : place.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase) ? new ParquetSource(place, options, project, progress)
                : throw new InvalidDataException($"{shown}: a file that holds no dataset; {DatasetLayouts.Both}");
        }

        if (!Directory.Exists(place))
        {
            // One set of several in a folder, by how its files begin: data/gzip/emnist-letters.
            if (Path.GetDirectoryName(place) is { } above
                && Directory.Exists(above)
                && IdxFileSet.Find(above, project, Path.GetFileName(place) + "-") is { } set)
            {
                return new IdxFolderSource(above, set, project);
            }

            var what = options.Path is null
                ? $"no such folder or file, and not one of {string.Join(", ", Names)}{Spelling.Suggest(choice, Names)}"
                : "no such folder or file";
            throw new InvalidDataException($"{shown}: {what}; {DatasetLayouts.Both}");
        }

        if (!Directory.EnumerateFileSystemEntries(place).Any())
        {
            throw new InvalidDataException($"{shown}: an empty folder; {DatasetLayouts.Both}");
        }

        if (options.Labels is { } labels)
        {
            return Pictures(place, TableOf(labels, place), options);
        }

        return IdxFileSet.Find(place, project) is { } files ? new IdxFolderSource(place, files, project)
            : CifarSource.Recognises(place) ? new CifarSource(place, options, project)
            : NumpySource.Recognises(place) ? new NumpySource(place, null, options, project)
            : ParquetSource.Recognises(place) ? new ParquetSource(place, options, project, progress)
            : Pictures(place, null, options) is { IsDataset: true } pictures ? pictures
            : throw new InvalidDataException($"{shown}: holds no dataset but {EntriesOf(place)}; {DatasetLayouts.Both}");
    }

    private ImageFolderSource Pictures(string folder, string? table, DatasetOptions options) =>
        new(folder, table, options, project, progress);

    /// <summary>The first files and folders in a folder, folders with a <c>/</c>.</summary>
    private static string EntriesOf(string folder) => Spelling.Some(
    [
        .. new DirectoryInfo(folder).EnumerateFileSystemInfos().OrderBy(entry => entry.Name, NaturalOrder.Instance)
            .Select(entry => entry is DirectoryInfo ? entry.Name + "/" : entry.Name),
    ]);

    private string Absolute(string path) => path.StartsWith("~/", StringComparison.Ordinal)
        ? Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[1..])
        : project.Absolute(path);

    /// <summary>The table of attributes: from the project, else from the dataset's folder.</summary>
    private string AttributesOf(string attributes, DatasetOptions options)
    {
        var place = Absolute(options.Path ?? options.Name);
        // a file has a folder
        string[] places = [Absolute(attributes), Path.GetFullPath(attributes, File.Exists(place) ? Path.GetDirectoryName(place)! : place)];
        return places.FirstOrDefault(File.Exists)
            ?? throw new InvalidDataException(
                $"{attributes}: no such file (dataset.attributes), neither in the project nor beside the pictures");
    }

    /// <summary>A table from the project, else from the dataset's folder.</summary>
    private string TableOf(string labels, string folder)
    {
        string[] places = [Absolute(labels), Path.GetFullPath(labels, folder)];
        return places.FirstOrDefault(File.Exists)
            ?? throw new InvalidDataException(
                $"{labels}: no such file (dataset.labels), neither in the project nor in {project.Relative(folder)}");
    }
}

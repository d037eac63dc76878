using Glassy.Datasets.Files;
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
    private const string Auto = "auto";
    private const string DigitsPath = "data/datasets/digits/digits.png";

    private readonly MnistLocator _mnist = new(project, datasetsFolder);

    /// <summary>The names that are not paths.</summary>
    public static IReadOnlyList<string> Names { get; } = [Auto, MnistSource.DatasetName, DigitsSource.DatasetName];

    /// <param name="choice"><c>auto</c>, <c>mnist</c>, <c>digits</c>, or a folder's path, absolute or from the project.</param>
    /// <param name="cancellationToken">Stops a download; nothing half-written stays.</param>
    /// <exception cref="InvalidDataException">It is not there and cannot be had; the message is one line.</exception>
    public async Task<IDatasetSource> ResolveAsync(string choice, CancellationToken cancellationToken) => choice switch
    {
        Auto => _mnist.Find() ?? await DownloadOrDigitsAsync(cancellationToken).ConfigureAwait(false),
        MnistSource.DatasetName => _mnist.Find() ?? await DownloadAsync(cancellationToken).ConfigureAwait(false),
        DigitsSource.DatasetName => Digits(notice: null),
        _ => Folder(choice),
    };

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
                $"dataset mnist: {exception.Message}; put its four files into data/datasets/mnist/, set GLASSY_DATASETS, or choose `dataset: digits`", exception);
        }
    }

    private Task<IDatasetSource> DownloadMnistAsync(DownloadPolicy policy, CancellationToken cancellationToken) =>
        _mnist.DownloadAsync(new Downloader(http, time, progress, policy), mirrors ?? MnistFiles.Mirrors, cancellationToken);

    private DigitsSource Digits(string? notice)
    {
        var own = project.Absolute(DigitsPath);
        var shipped = Path.GetFullPath(DigitsPath, programFolder ?? AppContext.BaseDirectory);
        var path = new[] { own, shipped }.FirstOrDefault(File.Exists)
            ?? throw new InvalidDataException($"{DigitsPath}: no such file, neither in the project nor beside the program; install the program anew");
        return new DigitsSource(path, notice, project);
    }

    private IDatasetSource Folder(string choice)
    {
        var folder = choice.StartsWith("~/", StringComparison.Ordinal)
            ? Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), choice[1..])
            : project.Absolute(choice);
        var shown = project.Relative(folder);
        if (!Directory.Exists(folder))
        {
            var what = File.Exists(folder) ? "a file, not a folder" : $"no such folder, and not one of {string.Join(", ", Names)}{Spelling.Suggest(choice, Names)}";
            throw new InvalidDataException($"{shown}: {what}; {DatasetLayouts.Both}");
        }

        if (!Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new InvalidDataException($"{shown}: an empty folder; {DatasetLayouts.Both}");
        }

        return IdxFileSet.Find(folder, project) is { } files ? new IdxFolderSource(folder, files, project)
            : ImageFolderSource.Recognises(folder) ? new ImageFolderSource(folder, project)
            : throw new InvalidDataException($"{shown}: holds no dataset; {DatasetLayouts.Both}");
    }
}

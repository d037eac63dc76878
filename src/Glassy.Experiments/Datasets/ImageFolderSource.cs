using Glassy.Datasets.Files;
using Glassy.Datasets.Folders;
using Glassy.Datasets.Options;
using Glassy.Execution;
using Glassy.Progress;

namespace Glassy.Datasets;

/// <summary>
/// Pictures in the folders of their classes, split into <c>train/</c> and <c>test/</c> or not, or in any folder with a table of their
/// labels. Classes and files are in ordinal order with numbers as numbers.
/// </summary>
/// <param name="folder">Absolute path.</param>
/// <param name="table">Absolute path of the table of labels; null for folders of classes.</param>
/// <param name="options">What is made of the pictures.</param>
/// <param name="project">For the paths in messages.</param>
/// <param name="progress">Told how many are read.</param>
public sealed class ImageFolderSource(
    string folder,
    string? table,
    DatasetOptions options,
    ProjectFolder project,
    IProgressSink progress) : IDatasetSource
{
    private readonly Lazy<PictureListing> _listing = new(() => table is null
        ? new FolderReader(folder, project).Read()
        : new TableReader(folder, table, options.OnCorrupt, project).Read());

    public string Name => FileSafeName.Of(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), "dataset");

    public string? Notice => null;

    public IReadOnlyList<string> Files =>
        [.. _listing.Value.Pictures.Select(picture => picture.Path).Concat(table is null ? [] : [table]).Order(StringComparer.Ordinal)];

    public object Besides => new
    {
        Options = options with
        {
            Name = "",
            Path = null,
            Labels = null,
            Attributes = null
        },
        _listing.Value.Classes,
        _listing.Value.Remarks
    };

    /// <summary>Whether there is a picture in a class' folder.</summary>
    /// <exception cref="InvalidDataException">A folder cannot be read.</exception>
    public bool IsDataset => _listing.Value.Pictures.Count > 0;

    public Task<ImageDataset> LoadAsync(CancellationToken cancellationToken) => Task.Run(() => Load(cancellationToken), cancellationToken);

    private ImageDataset Load(CancellationToken cancellationToken)
    {
        var (listing, shown) = (_listing.Value, project.Relative(folder));
        var loader = new PictureLoader(shown, options, progress);
        var pictures = loader.Load([.. listing.Pictures.Select(BytesOf)], cancellationToken);
        var labels = listing.Classes.Select((name, label) => (name, label)).ToDictionary(StringComparer.Ordinal);
        var read = listing.Pictures.Zip(pictures)
            .Where(pair => pair.Second is not null)
            .Select(pair => new AssembledPicture(
                Path.GetRelativePath(folder, pair.First.Path).Replace('\\', '/'), labels[pair.First.Class], pair.First.Split, pair.Second!)
            {
                Traits = pair.First.Traits,
            });
        return new PictureAssembly(Name, shown, options, areFiles: true) { Traits = listing.Traits }.Make(
            listing.Classes, [.. read], [.. listing.Remarks, .. loader.Remarks]);
    }

    private PictureBytes BytesOf(ListedPicture picture)
    {
        var shown = project.Relative(picture.Path);
        return new PictureBytes(shown, () => DataFile.ReadAllBytes(picture.Path, shown));
    }
}

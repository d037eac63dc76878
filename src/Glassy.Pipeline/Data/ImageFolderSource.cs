using Glassy.Imaging;

namespace Glassy.Data;

/// <summary>
/// A folder <c>train/&lt;class&gt;/*.png</c> and <c>test/&lt;class&gt;/*.png</c> (or jpg, jpeg) of pictures of one size. When all are grey they have one
/// channel, else three. Classes and files are in ordinal order with numbers as numbers; what is transparent is over white.
/// </summary>
/// <param name="folder">Absolute path.</param>
/// <param name="project">For the paths in messages.</param>
public sealed class ImageFolderSource(string folder, ProjectFolder project) : IDatasetSource
{
    private const byte Background = 255;

    public string Name => FileSafeName.Of(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), "dataset");

    public string? Notice => null;

    public IReadOnlyList<string> Files =>
        [.. ListSplit("train").Concat(ListSplit("test")).SelectMany(group => group.Files).Order(StringComparer.Ordinal)];

    /// <summary>Whether the folder has this layout.</summary>
    public static bool Recognises(string folder) =>
        Directory.Exists(Path.Combine(folder, "train")) || Directory.Exists(Path.Combine(folder, "test"));

    public Task<ImageDataset> LoadAsync(CancellationToken cancellationToken) => Task.Run(() => Load(cancellationToken), cancellationToken);

    private ImageDataset Load(CancellationToken cancellationToken)
    {
        var (train, test) = (ListSplit("train"), ListSplit("test"));
        var classes = train.Select(group => group.Name).ToList();
        CheckSameClasses(classes, [.. test.Select(group => group.Name)]);

        var trainPictures = Decode(train, cancellationToken);
        var testPictures = Decode(test, cancellationToken);
        CheckSameSize([.. trainPictures, .. testPictures]);
        var isColor = trainPictures.Concat(testPictures).AsParallel().Any(picture => picture.Picture.IsColor());
        return new ImageDataset(Name, classes, Assemble(trainPictures, isColor), Assemble(testPictures, isColor));
    }

    private List<ClassFolder> ListSplit(string split)
    {
        var root = Path.Combine(folder, split);
        if (!Directory.Exists(root))
        {
            throw new InvalidDataException($"{project.Relative(root)}: no such folder, expected {DatasetLayouts.Pictures}");
        }

        var groups = Directory.EnumerateDirectories(root)
            .Select(path => new ClassFolder(Path.GetFileName(path), PictureFiles.In(path)))
            .Where(group => !group.Name.StartsWith('.'))
            .OrderBy(group => group.Name, NaturalOrder.Instance)
            .ToList();
        var empty = groups.Find(group => group.Files.Count == 0);
        return groups.Count == 0
            ? throw new InvalidDataException($"{project.Relative(root)}: no class folders in it, expected {DatasetLayouts.Pictures}")
            : empty is not null
            ? throw new InvalidDataException($"{project.Relative(Path.Combine(root, empty.Name))}: no pictures in this class, expected at least one png or jpg; add some or delete the folder")
            : groups;
    }

    private void CheckSameClasses(List<string> train, List<string> test)
    {
        if (train.Except(test, StringComparer.Ordinal).FirstOrDefault() is { } untested)
        {
            throw new InvalidDataException($"{project.Relative(Path.Combine(folder, "test"))}: no class {untested}, but train has it; both need the same class folders");
        }

        if (test.Except(train, StringComparer.Ordinal).FirstOrDefault() is { } untrained)
        {
            throw new InvalidDataException($"{project.Relative(Path.Combine(folder, "train"))}: no class {untrained}, but test has it; both need the same class folders");
        }
    }

    private LabeledPicture[] Decode(List<ClassFolder> groups, CancellationToken cancellationToken)
    {
        var files = groups.SelectMany((group, label) => group.Files.Select(path => (path, label))).ToArray();
        var pictures = new LabeledPicture[files.Length];
        Parallelism.For(files.Length, i =>
        {
            var (path, label) = files[i];
            var name = project.Relative(path);
            pictures[i] = new LabeledPicture(path, label, PictureDecoder.Decode(DataFile.ReadAllBytes(path, name), name));
        }, cancellationToken);
        return pictures;
    }

    private void CheckSameSize(LabeledPicture[] pictures)
    {
        var first = pictures[0];
        var other = Array.Find(pictures, p => p.Picture.Height != first.Picture.Height || p.Picture.Width != first.Picture.Width);
        if (other is not null)
        {
            throw new InvalidDataException(
                $"{project.Relative(other.Path)}: {other.Picture.Width}×{other.Picture.Height} pixels, expected {first.Picture.Width}×{first.Picture.Height} as {project.Relative(first.Path)}; all pictures need one size");
        }
    }

    private static LabeledImages Assemble(LabeledPicture[] pictures, bool isColor)
    {
        var shape = new ImageShape(pictures[0].Picture.Height, pictures[0].Picture.Width, isColor ? 3 : 1);
        var pixels = new byte[(long)pictures.Length * shape.Length];
        Parallel.For(0, pictures.Length, i =>
        {
            var picture = pictures[i].Picture;
            var levels = isColor ? picture.ToRgb(Background) : picture.ToGrey(Background);
            levels.CopyTo(pixels, i * shape.Length);
        });
        return new LabeledImages(shape, pixels, Array.ConvertAll(pictures, picture => picture.Label));
    }

    private sealed record ClassFolder(string Name, IReadOnlyList<string> Files);

    private sealed record LabeledPicture(string Path, int Label, DecodedPicture Picture);
}

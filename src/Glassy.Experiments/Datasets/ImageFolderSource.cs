using Glassy.Datasets.Files;
using Glassy.Execution;
using Glassy.Imaging;

namespace Glassy.Datasets;

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
        var channels = trainPictures.Concat(testPictures).Max(picture => picture.Shape.Channels);
        return new ImageDataset(Name, classes, Assemble(train, trainPictures, channels), Assemble(test, testPictures, channels));
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
        if (groups.Count == 0)
        {
            throw new InvalidDataException($"{project.Relative(root)}: no class folders in it, expected {DatasetLayouts.Pictures}");
        }

        return groups.Find(group => group.Files.Count == 0) is { } empty
            ? throw new InvalidDataException(
                $"{project.Relative(Path.Combine(root, empty.Name))}: no pictures in this class, expected at least one png or jpg; add some or delete the folder")
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

    /// <summary>One a file, class after class; grey ones with one channel.</summary>
    private FolderPicture[] Decode(List<ClassFolder> groups, CancellationToken cancellationToken)
    {
        var files = groups.SelectMany(group => group.Files).ToArray();
        var pictures = new FolderPicture[files.Length];
        Parallelism.For(files.Length, i =>
        {
            var name = project.Relative(files[i]);
            var decoded = PictureDecoder.Decode(DataFile.ReadAllBytes(files[i], name), name);
            var isColor = decoded.IsColor();
            pictures[i] = new FolderPicture(
                name,
                new ImageShape(decoded.Height, decoded.Width, isColor ? 3 : 1),
                isColor ? decoded.ToRgb(Background) : decoded.ToGrey(Background));
        }, cancellationToken);
        return pictures;
    }

    private static void CheckSameSize(FolderPicture[] pictures)
    {
        var first = pictures[0];
        var other = Array.Find(pictures, p => (p.Shape with { Channels = 1 }) != (first.Shape with { Channels = 1 }));
        if (other is not null)
        {
            throw new InvalidDataException(
                $"{other.Name}: {Size(other)} pixels, expected {Size(first)} as {first.Name}; all pictures need one size");
        }

        static string Size(FolderPicture picture) => $"{picture.Shape.Width}×{picture.Shape.Height}";
    }

    private LabeledImages Assemble(List<ClassFolder> groups, FolderPicture[] pictures, int channels)
    {
        var shape = pictures[0].Shape with { Channels = channels };
        var length = (long)pictures.Length * shape.Length;
        if (length > Array.MaxLength)
        {
            throw new InvalidDataException(
                $"{project.Relative(folder)}: {pictures.Length:N0} pictures of {shape.Width}×{shape.Height} are more than the 2 GB that fit into memory at once; use fewer or smaller ones");
        }

        var pixels = new byte[length];
        Parallel.For(0, pictures.Length, i => CopyChannels(pictures[i], pixels.AsSpan(i * shape.Length, shape.Length)));
        return new LabeledImages(shape, pixels, [.. groups.SelectMany((group, label) => Enumerable.Repeat(label, group.Files.Count))])
        {
            Names = [.. groups.SelectMany(group => group.Files).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))],
        };
    }

    /// <summary>A grey picture among colour ones has the same level in every channel.</summary>
    private static void CopyChannels(FolderPicture picture, Span<byte> target)
    {
        var repeats = target.Length / picture.Pixels.Length;
        if (repeats == 1)
        {
            picture.Pixels.CopyTo(target);
            return;
        }

        for (var i = 0; i < picture.Pixels.Length; i++)
        {
            target.Slice(i * repeats, repeats).Fill(picture.Pixels[i]);
        }
    }

    private sealed record ClassFolder(string Name, IReadOnlyList<string> Files);

    /// <param name="Name">Its path as messages show it.</param>
    /// <param name="Shape">Of this picture alone.</param>
    /// <param name="Pixels">[H, W, C].</param>
    private sealed record FolderPicture(string Name, ImageShape Shape, byte[] Pixels);
}

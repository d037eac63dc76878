using Glassy.Datasets.Files;
using Glassy.Datasets.Folders;
using Glassy.Datasets.Options;
using Glassy.Diagnostics;
using Glassy.Execution;

namespace Glassy.Datasets;

/// <summary>
/// NumPy's arrays, in an archive (<c>.npz</c>) or as files (<c>.npy</c>) of a folder: Keras' <c>x_train y_train x_test y_test</c>,
/// MedMNIST's
/// <c>train_images train_labels val_images …</c>, or <c>images labels</c> to be split.
/// </summary>
/// <param name="path">Absolute path of the archive, or of the folder.</param>
/// <param name="name">The dataset's folder-safe name; null for the file's or folder's.</param>
/// <param name="options">How it is split where it is not.</param>
/// <param name="project">For the paths in messages.</param>
public sealed class NumpySource(string path, string? name, DatasetOptions options, ProjectFolder project) : IDatasetSource
{
    private const string Expected =
        "expected x_train, y_train, x_test and y_test as Keras saves them, train_images, train_labels … as MedMNIST does, or images and labels";

    private readonly string _shown = project.Relative(path);

    public string Name => name ?? FileSafeName.Of(Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(path)), "dataset");

    public string? Notice => null;

    public IReadOnlyList<string> Files => IsArchive ? [path] : ArraysIn(path);

    public object Besides => new { options.Split };

    private bool IsArchive => !Directory.Exists(path);

    /// <summary>Whether a folder holds such files.</summary>
    public static bool Recognises(string folder) =>
        ArraysIn(folder).Select(file => ArrayName.Of(Path.GetFileNameWithoutExtension(file))).Count(array => array is not null) >= 2;

    public Task<ImageDataset> LoadAsync(CancellationToken cancellationToken) => Task.Run(() => Load(cancellationToken), cancellationToken);

    private static IReadOnlyList<string> ArraysIn(string folder) => [.. Directory.GetFiles(folder, "*.npy").Order(StringComparer.Ordinal)];

    private ImageDataset Load(CancellationToken cancellationToken)
    {
        if (!IsArchive)
        {
            return Make([.. ArraysIn(path).Select(file => Path.GetFileNameWithoutExtension(file))], ReadFile, cancellationToken);
        }

        using var archive = new NpzArchive(path, _shown);
        return Make(archive.Names, archive.Read, cancellationToken);
    }

    private NpyArray ReadFile(string array)
    {
        var file = Path.Combine(path, array + ".npy");
        using var stream = DataFile.OpenRead(file, project.Relative(file));
        return NpyReader.Read(stream, stream.Length, $"{_shown}: {array}");
    }

    private ImageDataset Make(IReadOnlyList<string> arrays, Func<string, NpyArray> read, CancellationToken cancellationToken)
    {
        var known = arrays.Select(array => (Array: array, Meaning: ArrayName.Of(array))).Where(array => array.Meaning is not null)
            .ToLookup(array => (array.Meaning!.Split, array.Meaning.Role), array => array.Array);
        var (parts, remarks) = (new List<ArraySplit>(), LeftOut([.. arrays.Where(array => ArrayName.Of(array) is null)]));
        foreach (var split in Enum.GetValues<SplitKind>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (images, labels) = (known[(split, ArrayRole.Images)].ToList(), known[(split, ArrayRole.Labels)].ToList());
            if (images.Count == 0 && labels.Count == 0)
            {
                continue;
            }

            if (images.Count != 1 || labels.Count != 1)
            {
                throw new InvalidDataException(
                    $"{_shown}: {string.Join(", ", images.Concat(labels))} are not one array of pictures and one of labels; {Expected}");
            }

            parts.Add(Read(split, images[0], labels[0], read, remarks));
        }

        if (parts.Count == 0)
        {
            throw new InvalidDataException($"{_shown}: no arrays of pictures and labels among {Shown(arrays)}; {Expected}");
        }

        var names = known[(SplitKind.None, ArrayRole.Names)].Select(array => TextsOf(read(array), $"{_shown}: {array}")).FirstOrDefault();
        return new ArrayAssembly(Name, _shown, options.Split).Make(parts, names, remarks);
    }

    private ArraySplit Read(SplitKind split, string images, string labels, Func<string, NpyArray> read, List<DatasetRemark> remarks)
    {
        var array = read(images);
        var pictures = PictureArray.Of(array, $"{_shown}: {images}");
        if (pictures.Top is { } top)
        {
            remarks.Add(new DatasetRemark(
                FormattableString.Invariant(
                    $"{_shown}: {images} is {array.Type}: its numbers from 0 to {top} are brought to levels from 0 to 255"),
                IsWarning: false)
            {
                Kind = "levels",
                Numbers = new Dictionary<string, long> { ["top"] = (long)top },
                Names = new Dictionary<string, string> { ["name"] = $"{DatasetRemark.NameOf(_shown)}: {images}", ["type"] = array.Type },
            });
        }

        var indices = LabelsOf(read(labels), $"{_shown}: {labels}");
        return indices.Length == pictures.Count
            ? new ArraySplit(split, pictures.Shape, pictures.Pixels, indices, $"{_shown}: {labels}")
            : throw new InvalidDataException(
                $"{_shown}: {labels} has {Counted.Of(indices.Length, "label")}, but {images} has {Counted.Of(pictures.Count, "picture")}");
    }

    /// <summary>Whole numbers, or rows of which one element is 1 and the others are 0.</summary>
    private static int[] LabelsOf(NpyArray labels, string shown)
    {
        if (labels.IsInteger && labels.Dimensions.Skip(1).All(size => size == 1))
        {
            return labels.ToLabels();
        }

        if (!labels.IsNumber || labels.Dimensions is not [var rows, > 1 and var columns])
        {
            throw new InvalidDataException($"{shown} is {labels.Description}, expected integers of (N)");
        }

        var indices = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            var set = Enumerable.Range(0, columns).Where(column => labels.NumberAt((row * columns) + column) != 0).Take(2).ToList();
            indices[row] = set is [var one] && labels.NumberAt((row * columns) + one) == 1
                ? one
                : throw new InvalidDataException(
                    $"{shown} is {labels.Description} with {(set.Count == 0 ? "no class" : "more than one class, or another number than 1,")} in row {row:N0}, expected one class a picture");
        }

        return indices;
    }

    private static IReadOnlyList<string> TextsOf(NpyArray names, string shown) => names.IsText
        ? [.. Enumerable.Range(0, names.Count).Select(names.TextAt)]
        : throw new InvalidDataException($"{shown} is {names.Description}, expected the classes' names as texts");

    private List<DatasetRemark> LeftOut(IReadOnlyList<string> arrays) => arrays.Count == 0 ? [] :
    [
        new DatasetRemark(
            $"{_shown}: {arrays.Count:N0} {(arrays.Count == 1 ? "array is" : "arrays are")} left out, which are called neither pictures nor labels: {Shown(arrays)}",
            IsWarning: true)
        {
            Kind = "arrays_left_out",
            Numbers = new Dictionary<string, long> { ["count"] = arrays.Count },
            Names = new Dictionary<string, string> { ["name"] = DatasetRemark.NameOf(_shown), ["names"] = Shown(arrays) },
        },
    ];

    private static string Shown(IReadOnlyList<string> names) =>
        string.Concat(string.Join(", ", names.Take(8)).Select(letter => char.IsControl(letter) ? '?' : letter))
            + (names.Count > 8 ? ", …" : "");
}

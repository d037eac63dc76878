using System.IO.Compression;
using System.IO.Hashing;
using Glassy.Datasets.Files;
using Glassy.Execution;
using Glassy.Imaging;

namespace Glassy.Datasets;

/// <summary>Keras' archive: a zip of <c>x_train y_train x_test y_test</c> as NumPy arrays (<c>mnist.npz</c>).</summary>
/// <param name="path">Absolute path of the <c>.npz</c>.</param>
/// <param name="name">The dataset's folder-safe name.</param>
/// <param name="project">For the paths in messages.</param>
public sealed class KerasArchiveSource(string path, string name, ProjectFolder project) : IDatasetSource
{
    /// <summary>A label beyond is a mistake rather than a class.</summary>
    private const int MaximumClasses = 65536;

    private readonly string _shown = project.Relative(path);

    public string Name => name;

    public string? Notice => null;

    public IReadOnlyList<string> Files => [path];

    public Task<ImageDataset> LoadAsync(CancellationToken cancellationToken) => Task.Run(() => Load(cancellationToken), cancellationToken);

    private ImageDataset Load(CancellationToken cancellationToken)
    {
        var bytes = DataFile.ReadAllBytes(path, _shown);
        using var archive = Open(bytes);
        var train = ReadSplit(archive, "x_train", "y_train", cancellationToken);
        var test = ReadSplit(archive, "x_test", "y_test", cancellationToken);
        if (train.Shape != test.Shape)
        {
            throw new InvalidDataException($"{_shown}: x_test has pictures of another size than x_train");
        }

        var classes = Math.Clamp(train.Labels.Max(), 0, MaximumClasses - 1) + 1;
        LabelRange.Check(train.Labels, classes, $"{_shown}: y_train", "labels count from 0, without gaps");
        LabelRange.Check(test.Labels, classes, $"{_shown}: y_test", "that is as far as y_train goes");
        return new ImageDataset(Name, LabelRange.NumberedClasses(classes), train, test);
    }

    private ZipArchive Open(byte[] bytes)
    {
        try
        {
            return new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        }
        catch (InvalidDataException exception)
        {
            throw Corrupt(exception);
        }
    }

    private LabeledImages ReadSplit(ZipArchive archive, string x, string y, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var images = ReadArray(archive, x);
        var labels = ReadArray(archive, y);
        var dimensions = images.Dimensions;
        var channels = dimensions.Count == 4 ? dimensions[3] : 1;
        if (images.Type != "|u1" || dimensions.Count is not (3 or 4) || channels is not (1 or 3) || dimensions.Contains(0))
        {
            throw new InvalidDataException($"{_shown}: {x} is {Describe(images)}, expected uint8 of (N, height, width) or (N, height, width, 1 or 3)");
        }

        if (!labels.IsInteger || labels.Dimensions.Skip(1).Any(size => size != 1))
        {
            throw new InvalidDataException($"{_shown}: {y} is {Describe(labels)}, expected integers of (N)");
        }

        var indices = labels.ToLabels();
        return indices.Length == dimensions[0]
            ? new LabeledImages(new ImageShape(dimensions[1], dimensions[2], channels), images.Data, indices)
            : throw new InvalidDataException($"{_shown}: {y} has {indices.Length:N0} labels, but {x} has {dimensions[0]:N0} pictures");
    }

    private NpyArray ReadArray(ZipArchive archive, string array)
    {
        var entry = archive.GetEntry(array + ".npy")
            ?? throw new InvalidDataException($"{_shown}: no {array}, expected x_train, y_train, x_test and y_test as Keras saves them");
        byte[] content;
        try
        {
            using var stream = entry.Open();
            using var buffer = new MemoryStream();
            stream.CopyTo(buffer);
            content = buffer.ToArray();
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw Corrupt(exception);
        }

        return Crc32.HashToUInt32(content) == entry.Crc32
            ? NpyReader.Read(content, $"{_shown}: {array}")
            : throw Corrupt(new InvalidDataException($"{array}: CRC-32 differs"));
    }

    private InvalidDataException Corrupt(Exception exception) =>
        new($"{_shown}: corrupt or incomplete zip; fetch the archive again", exception);

    private static string Describe(NpyArray array) => $"{array.Type} of ({string.Join(", ", array.Dimensions)})";
}

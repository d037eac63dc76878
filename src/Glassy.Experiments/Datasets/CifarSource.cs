using System.Text;
using Glassy.Datasets.Files;
using Glassy.Datasets.Folders;
using Glassy.Datasets.Options;
using Glassy.Execution;
using Glassy.Imaging;

namespace Glassy.Datasets;

/// <summary>
/// CIFAR-10 and CIFAR-100 (Krizhevsky 2009) as they are published: for C, or for Python, whose pickles are read as data. CIFAR-100 has its
/// 100 fine classes.
/// </summary>
/// <param name="folder">Absolute path.</param>
/// <param name="options">How it is split where its test batch is missing.</param>
/// <param name="project">For the paths in messages.</param>
public sealed class CifarSource(string folder, DatasetOptions options, ProjectFolder project) : IDatasetSource
{
    private static readonly ImageShape Shape = new(32, 32, 3);

    private static readonly string[] MetaNames = ["batches.meta.txt", "batches.meta", "fine_label_names.txt", "meta"];

    private static readonly string[] TrainNames = ["data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5"];

    public string Name => FileSafeName.Of(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), "cifar");

    public string? Notice => null;

    public IReadOnlyList<string> Files =>
        [.. Batches().Select(batch => batch.Path).Concat(NamesPath() is { } names ? [names] : []).Order(StringComparer.Ordinal)];

    public object Besides => new { options.Split };

    private bool IsFine => File.Exists(In("train")) || File.Exists(In("train.bin"));

    private bool IsBinary => File.Exists(In("data_batch_1.bin")) || File.Exists(In("train.bin"));

    /// <summary>Whether a folder holds the batches.</summary>
    public static bool Recognises(string folder) =>
        File.Exists(Path.Combine(folder, "data_batch_1")) || File.Exists(Path.Combine(folder, "data_batch_1.bin"))
        || (File.Exists(Path.Combine(folder, "train")) && File.Exists(Path.Combine(folder, "meta")))
        || (File.Exists(Path.Combine(folder, "train.bin")) && File.Exists(Path.Combine(folder, "fine_label_names.txt")));

    public Task<ImageDataset> LoadAsync(CancellationToken cancellationToken) => Task.Run(() => Load(cancellationToken), cancellationToken);

    private ImageDataset Load(CancellationToken cancellationToken)
    {
        var parts = new List<ArraySplit>();
        foreach (var (path, split) in Batches())
        {
            cancellationToken.ThrowIfCancellationRequested();
            parts.Add(IsBinary ? ReadBinary(path, split) : ReadPickle(path, split));
        }

        return new ArrayAssembly(Name, project.Relative(folder), options.Split).Make(parts, Classes(), []);
    }

    private IReadOnlyList<(string Path, SplitKind Split)> Batches()
    {
        var ending = IsBinary ? ".bin" : "";
        var (train, test) = IsFine ? (["train"], "test") : (TrainNames, "test_batch");
        return
        [
            .. train
            .Select(name => (Path: In(name + ending), Split: SplitKind.Train))
            .Append((Path: In(test + ending), Split: SplitKind.Test))
                .Where(batch => File.Exists(batch.Path)),
        ];
    }

    private string In(string name) => Path.Combine(folder, name);

    private string? NamesPath() => MetaNames
        .Where(name => name.EndsWith(".txt", StringComparison.Ordinal) == IsBinary).Select(In).FirstOrDefault(File.Exists);

    /// <summary>Rows of the labels (CIFAR-100's coarse one first) and 3,072 levels.</summary>
    private ArraySplit ReadBinary(string path, SplitKind split)
    {
        var shown = project.Relative(path);
        var bytes = DataFile.ReadAllBytes(path, shown);
        var labelBytes = IsFine ? 2 : 1;
        var row = labelBytes + Shape.Length;
        if (bytes.Length == 0 || bytes.Length % row != 0)
        {
            throw new InvalidDataException(
                $"{shown}: {bytes.Length:N0} bytes, expected a multiple of {row} as CIFAR has them; fetch the file again");
        }

        var (labels, planes) = (new int[bytes.Length / row], new byte[bytes.Length / row * Shape.Length]);
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = bytes[(i * row) + labelBytes - 1];
            bytes.AsSpan((i * row) + labelBytes, Shape.Length).CopyTo(planes.AsSpan(i * Shape.Length));
        }

        return new ArraySplit(split, Shape, PictureArray.FromPlanes(planes, Shape), labels, shown);
    }

    private ArraySplit ReadPickle(string path, SplitKind split)
    {
        var shown = project.Relative(path);
        var batch = ReadEntries(path, shown);
        if (batch.GetValueOrDefault("data") is not NpyArray { Type: "|u1", Dimensions: [var count, var length] } data
            || length != Shape.Length
            || (batch.GetValueOrDefault("fine_labels") ?? batch.GetValueOrDefault("labels")) is not List<object?> labels
            || labels.Count != count)
        {
            throw new InvalidDataException($"{shown}: no batch of CIFAR, expected data of (N, {Shape.Length}) bytes and as many labels");
        }

        return new ArraySplit(
            split,
            Shape,
            PictureArray.FromPlanes(data.Data, Shape),
            [.. labels.Select(label => label is long and >= 0 and <= byte.MaxValue and var index ? (int)index : -1)],
            shown);
    }

    private IReadOnlyList<string>? Classes()
    {
        if (NamesPath() is not { } path)
        {
            return null;
        }

        var shown = project.Relative(path);
        if (IsBinary)
        {
            return [.. Encoding.UTF8.GetString(DataFile.ReadAllBytes(path, shown))
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        }

        var meta = ReadEntries(path, shown);
        return (meta.GetValueOrDefault("fine_label_names") ?? meta.GetValueOrDefault("label_names")) is List<object?> names
            ? [.. names.Select(name => name is byte[] bytes
                ? Encoding.UTF8.GetString(bytes)
                : name as string ?? throw new InvalidDataException($"{shown}: a class without a name"))]
            : throw new InvalidDataException($"{shown}: no names of classes, expected label_names as CIFAR has them");
    }

    private static Dictionary<string, object?> ReadEntries(string path, string shown)
    {
        if (new FileInfo(path).Length > PickleReader.LongestFile)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"{shown}: {new FileInfo(path).Length:N0} bytes, expected at most {PickleReader.LongestFile:N0} of a pickle"));
        }

        return PickleReader.Read(DataFile.ReadAllBytes(path, shown), shown) as Dictionary<string, object?>
            ?? throw new InvalidDataException($"{shown}: a pickle of something else than a dictionary, expected a batch of CIFAR");
    }
}

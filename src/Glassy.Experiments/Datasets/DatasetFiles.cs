using System.Runtime.InteropServices;
using System.Text.Json;
using Glassy.Datasets.Folders;
using Glassy.Imaging;

namespace Glassy.Datasets;

/// <summary>
/// A dataset that has been read, as files that are read at once: for the cache, where pictures took long to be decoded and scaled.
/// </summary>
public static class DatasetFiles
{
    /// <summary>To be raised when the files become others.</summary>
    public const int Recipe = 3;

    private const string Head = "head.json";

    /// <param name="folder">Absolute path of an empty folder.</param>
    /// <param name="dataset">What is written.</param>
    /// <param name="cancellationToken">Leaves half of the files.</param>
    public static async Task WriteAsync(string folder, ImageDataset dataset, CancellationToken cancellationToken)
    {
        var head = new DatasetHead(dataset.Name, dataset.Classes, dataset.Train.Shape, dataset.Validation is not null, dataset.Remarks,
            new Dictionary<string, IReadOnlyList<string>?>
            {
                ["train"] = dataset.Train.Names,
                ["test"] = dataset.Test.Names,
                ["validation"] = dataset.Validation?.Names
            },
            new Dictionary<string, IReadOnlyList<PictureTrait>>
            {
                ["train"] = dataset.Train.Traits,
                ["test"] = dataset.Test.Traits,
                ["validation"] = dataset.Validation?.Traits ?? []
            });
        await File.WriteAllBytesAsync(Path.Combine(folder, Head), JsonSerializer.SerializeToUtf8Bytes(head), cancellationToken)
            .ConfigureAwait(false);
        await WriteAsync(folder, "train", dataset.Train, cancellationToken).ConfigureAwait(false);
        await WriteAsync(folder, "test", dataset.Test, cancellationToken).ConfigureAwait(false);
        if (dataset.Validation is { } validation)
        {
            await WriteAsync(folder, "validation", validation, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <param name="folder">That <see cref="WriteAsync(string, ImageDataset, CancellationToken)"/> has filled.</param>
    public static ImageDataset Read(string folder)
    {
        var head = JsonSerializer.Deserialize<DatasetHead>(File.ReadAllBytes(Path.Combine(folder, Head)))!; // written above
        return new ImageDataset(head.Name, head.Classes, Read(folder, "train", head), Read(folder, "test", head))
        {
            Validation = head.HasValidation ? Read(folder, "validation", head) : null,
            Remarks = head.Remarks,
        };
    }

    private static async Task WriteAsync(string folder, string split, LabeledImages images, CancellationToken cancellationToken)
    {
        await File.WriteAllBytesAsync(PixelsOf(folder, split), images.Pixels, cancellationToken).ConfigureAwait(false);
        await File.WriteAllBytesAsync(LabelsOf(folder, split), MemoryMarshal.AsBytes(images.Labels.AsSpan()).ToArray(), cancellationToken)
            .ConfigureAwait(false);
    }

    private static LabeledImages Read(string folder, string split, DatasetHead head) => new(
        head.Shape,
        File.ReadAllBytes(PixelsOf(folder, split)),
        MemoryMarshal.Cast<byte, int>(File.ReadAllBytes(LabelsOf(folder, split))).ToArray())
    {
        Names = head.Names[split],
        Traits = head.Traits[split],
    };

    private static string PixelsOf(string folder, string split) => Path.Combine(folder, $"{split}.pixels");

    private static string LabelsOf(string folder, string split) => Path.Combine(folder, $"{split}.labels");

    private sealed record DatasetHead(
        string Name,
        IReadOnlyList<string> Classes,
        ImageShape Shape,
        bool HasValidation,
        IReadOnlyList<DatasetRemark> Remarks,
        IReadOnlyDictionary<string, IReadOnlyList<string>?> Names,
        IReadOnlyDictionary<string, IReadOnlyList<PictureTrait>> Traits);
}

using System.Security.Cryptography;
using System.Text;
using Glassy.Imaging;

namespace Glassy.Datasets;

/// <summary>What a run records of its dataset: everything but the pixels.</summary>
/// <param name="Name">The dataset's folder-safe name.</param>
/// <param name="Sha256">Hash of classes, shape, labels and pixels; the same data from other files has the same hash.</param>
/// <param name="Classes">The class names, in label order.</param>
/// <param name="Shape">The size of every picture.</param>
/// <param name="Train">Counts of the training split.</param>
/// <param name="Test">Counts of the test split.</param>
public sealed record DatasetInfo(
    string Name,
    string Sha256,
    IReadOnlyList<string> Classes,
    ImageShape Shape,
    SplitInfo Train,
    SplitInfo Test)
{
    public static DatasetInfo Describe(ImageDataset dataset)
    {
        var classes = dataset.Classes.Count;
        return new DatasetInfo(
            dataset.Name,
            HashOf(dataset),
            dataset.Classes,
            dataset.Train.Shape,
            new SplitInfo(dataset.Train.Count, dataset.Train.CountPerClass(classes)),
            new SplitInfo(dataset.Test.Count, dataset.Test.CountPerClass(classes)));
    }

    private static string HashOf(ImageDataset dataset)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\n', dataset.Classes)));
        foreach (var split in new[] { dataset.Train, dataset.Test })
        {
            var shape = split.Shape;
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{split.Count} {shape.Height} {shape.Width} {shape.Channels}\n"));
            hash.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(split.Labels.AsSpan()));
            hash.AppendData(split.Pixels);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

using System.IO.Compression;
using Glassy.Data;

namespace Glassy.Tests.Training;

/// <summary>MNIST from <c>$GLASSY_DATASETS/mnist</c>; a test that asks for it is skipped where it is not.</summary>
internal static class MnistFiles
{
    public static ImageDataset ReadOrSkip()
    {
        var root = Environment.GetEnvironmentVariable("GLASSY_DATASETS");
        Assert.SkipWhen(string.IsNullOrEmpty(root), "GLASSY_DATASETS is not set: no MNIST to train on");
        var folder = Path.Combine(root!, "mnist"); // not null: skipped above
        Assert.SkipUnless(Directory.Exists(folder), $"GLASSY_DATASETS has no folder mnist ({folder})");
        string[] classes = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
        return new ImageDataset("mnist", classes, Split(folder, "train"), Split(folder, "t10k"));
    }

    private static LabeledImages Split(string folder, string name) => new(
        new ImageShape(28, 28, 1),
        Inflate(Path.Combine(folder, $"{name}-images-idx3-ubyte.gz"))[16..],
        [.. Inflate(Path.Combine(folder, $"{name}-labels-idx1-ubyte.gz"))[8..]]);

    private static byte[] Inflate(string file)
    {
        using var gzip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        gzip.CopyTo(bytes);
        return bytes.ToArray();
    }
}

using System.IO.Compression;
using Glassy.Datasets.Files;

namespace Glassy.Tests.Datasets;

/// <summary>IDX files for tests.</summary>
internal static class IdxFixture
{
    /// <summary>The bytes of an IDX file.</summary>
    public static byte[] Bytes(IReadOnlyList<int> dimensions, byte[] data) => [.. new IdxArray(dimensions, data).Header(), .. data];

    /// <summary>Pictures of which each pixel is its position in the file, modulo 256.</summary>
    public static byte[] Images(int count, int height, int width)
    {
        var data = new byte[count * height * width];
        for (var i = 0; i < data.Length; i++)
        {
            data[i] = (byte)i;
        }

        return Bytes([count, height, width], data);
    }

    public static byte[] Labels(params byte[] labels) => Bytes([labels.Length], labels);

    public static byte[] Gzip(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return compressed.ToArray();
    }

    /// <summary>A whole dataset of 4 + 2 pictures with three classes in a folder.</summary>
    public static void Write(TemporaryProject project, string folder, int height = 5, int width = 3, bool gzip = false)
    {
        Write(project, $"{folder}/train-images-idx3-ubyte", Images(4, height, width), gzip);
        Write(project, $"{folder}/train-labels-idx1-ubyte", Labels(0, 1, 2, 1), gzip);
        Write(project, $"{folder}/t10k-images-idx3-ubyte", Images(2, height, width), gzip);
        Write(project, $"{folder}/t10k-labels-idx1-ubyte", Labels(2, 0), gzip);
    }

    private static void Write(TemporaryProject project, string path, byte[] content, bool gzip) =>
        project.Write(gzip ? path + ".gz" : path, gzip ? Gzip(content) : content);
}

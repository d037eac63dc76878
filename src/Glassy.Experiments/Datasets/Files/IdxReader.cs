using System.Buffers.Binary;
using Glassy.Execution;

namespace Glassy.Datasets.Files;

/// <summary>Reads IDX files of unsigned bytes, gzipped or not (LeCun et al., MNIST file format).</summary>
public static class IdxReader
{
    /// <summary>Between two looks at the cancellation token.</summary>
    private const int ChunkBytes = 1 << 20;

    /// <summary>The magic number of unsigned bytes in that many dimensions.</summary>
    public static int MagicOf(int dimensions) => 0x00000800 | dimensions;

    /// <summary>Reads a file of pictures.</summary>
    /// <returns>[N, H, W], none of them 0.</returns>
    /// <exception cref="InvalidDataException">The file is not IDX3, is corrupt, or is shorter or longer than its header says.</exception>
    public static IdxArray ReadImages(string path, ProjectFolder project, CancellationToken cancellationToken) =>
        Read(path, project.Relative(path), 3, cancellationToken);

    /// <summary>Reads a file of labels.</summary>
    /// <returns>[N], not 0.</returns>
    /// <exception cref="InvalidDataException">The file is not IDX1, is corrupt, or is shorter or longer than its header says.</exception>
    public static IdxArray ReadLabels(string path, ProjectFolder project, CancellationToken cancellationToken) =>
        Read(path, project.Relative(path), 1, cancellationToken);

    private static IdxArray Read(string path, string name, int dimensions, CancellationToken cancellationToken) =>
        DataFile.Read(path, name, (stream, capacity) =>
        {
            var sizes = ReadHeader(stream, name, dimensions);
            var length = LengthOf(sizes, name);
            var header = 4 + (4 * dimensions);
            if (length > capacity - header)
            {
                throw new InvalidDataException(Truncated(name, sizes));
            }

            var data = new byte[length];
            if (Fill(stream, data, cancellationToken) < length)
            {
                throw new InvalidDataException(Truncated(name, sizes));
            }

            return stream.ReadByte() < 0
                ? new IdxArray(sizes, data)
                : throw new InvalidDataException($"{name}: longer than its header says ({Describe(sizes)})");
        });

    #region idx-header
    private static int[] ReadHeader(Stream stream, string name, int dimensions)
    {
        var header = new byte[4 + (4 * dimensions)];
        var read = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (read >= 4 && BinaryPrimitives.ReadInt32BigEndian(header) is var magic && magic != MagicOf(dimensions))
        {
            throw new InvalidDataException(WrongMagic(name, magic, dimensions));
        }

        if (read < header.Length)
        {
            throw new InvalidDataException($"{name}: {read} bytes, shorter than an IDX header ({header.Length} bytes)");
        }

        var sizes = new int[dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            sizes[i] = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4 + (4 * i)));
        }

        return sizes;
    }
    #endregion

    private static int LengthOf(int[] sizes, string name)
    {
        if (Array.Exists(sizes, size => size <= 0))
        {
            throw new InvalidDataException($"{name}: its header says {Describe(sizes)}, expected at least one, of at least 1×1");
        }

        var length = sizes.Aggregate((Int128)1, (product, size) => product * size);
        return length <= Array.MaxLength
            ? (int)length
            : throw new InvalidDataException($"{name}: its header says {Describe(sizes)}, more than the 2 GB that fit into memory at once");
    }

    private static int Fill(Stream stream, byte[] data, CancellationToken cancellationToken)
    {
        var filled = 0;
        while (filled < data.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = stream.Read(data.AsSpan(filled, Math.Min(ChunkBytes, data.Length - filled)));
            if (read == 0)
            {
                break;
            }

            filled += read;
        }

        return filled;
    }

    private static string Truncated(string name, int[] sizes) =>
        $"{name}: truncated, its header says {Describe(sizes)}; fetch the file again";

    private static string Describe(int[] sizes) => sizes.Length == 1
        ? $"{sizes[0]:N0} labels"
        : $"{sizes[0]:N0} pictures of {sizes[1]}×{sizes[2]}";

    private static string WrongMagic(string name, int magic, int dimensions)
    {
        var (kind, other) = dimensions == 3 ? ("images", "labels") : ("labels", "images");
        var hint = magic == MagicOf(4 - dimensions) ? $"; is this the {other} file?" : "; is this an IDX file of bytes?";
        return $"{name}: IDX magic 0x{magic:x8}, expected 0x{MagicOf(dimensions):x8} ({kind}){hint}";
    }
}

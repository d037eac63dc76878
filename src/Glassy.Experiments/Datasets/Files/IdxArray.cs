using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Glassy.Datasets.Files;

/// <summary>An IDX file of unsigned bytes (LeCun et al., MNIST file format).</summary>
/// <param name="Dimensions">[N] for labels, [N, H, W] for pictures.</param>
/// <param name="Data">The bytes after the header, last dimension fastest.</param>
public sealed record IdxArray(IReadOnlyList<int> Dimensions, byte[] Data)
{
    /// <summary>How many items there are (N).</summary>
    public int Count => Dimensions[0];

    /// <summary>The file's header: magic number and dimensions, big-endian.</summary>
    public byte[] Header()
    {
        var header = new byte[4 + (4 * Dimensions.Count)];
        BinaryPrimitives.WriteInt32BigEndian(header, IdxReader.MagicOf(Dimensions.Count));
        for (var i = 0; i < Dimensions.Count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * i)), Dimensions[i]);
        }

        return header;
    }

    /// <summary>SHA-256 of the uncompressed file, lower-case hex.</summary>
    public string Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Header());
        hash.AppendData(Data);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Glassy.Imaging;

/// <summary>
/// Writes 8-bit PNG (ISO/IEC 15948), grey or colour, without filters: the fewest lines, and on pictures this small nothing is
/// smaller. The same pixels always give the same bytes.
/// </summary>
public static class PngEncoder
{
    private const byte GreyType = 0;
    private const byte RgbType = 2;

    internal static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <param name="pixels">[H, W, C] levels, 0..255.</param>
    /// <param name="shape">Their size; 1 channel is grey, 3 are red, green, blue.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ArgumentException">The shape has other channels, or the pixels are not of that shape.</exception>
    public static byte[] Encode(ReadOnlySpan<byte> pixels, ImageShape shape)
    {
        if (shape.Channels is not (1 or 3) || pixels.Length != shape.Length)
        {
            throw new ArgumentException($"{pixels.Length} bytes are not {shape.Height}×{shape.Width} with 1 or 3 channels.", nameof(pixels));
        }

        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, shape.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], shape.Height);
        header[8] = 8;
        header[9] = shape.Channels == 1 ? GreyType : RgbType;

        using var png = new MemoryStream();
        png.Write(Signature);
        WriteChunk(png, "IHDR"u8, header);
        WriteChunk(png, "IDAT"u8, Compress(pixels, shape.Width * shape.Channels));
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    /// <summary>Each row behind a zero (filter type None), as one zlib stream.</summary>
    private static ReadOnlySpan<byte> Compress(ReadOnlySpan<byte> pixels, int stride)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var row = 0; row < pixels.Length; row += stride)
            {
                zlib.WriteByte(0);
                zlib.Write(pixels.Slice(row, stride));
            }
        }

        return compressed.GetBuffer().AsSpan(0, (int)compressed.Length);
    }

    internal static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);

        var crc = new Crc32();
        crc.Append(type);
        crc.Append(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, crc.GetCurrentHashAsUInt32());
        png.Write(number);
    }
}

using System.IO.Compression;

namespace Glassy.Cards;

/// <summary>
/// Some rows of a picture, compressed so that other rows can follow (RFC 1951: blocks that end at a byte and look back at nothing before).
/// </summary>
/// <param name="Bytes">Deflate blocks.</param>
/// <param name="Checksum">Of the rows.</param>
internal sealed record PngRows(ReadOnlyMemory<byte> Bytes, Adler32 Checksum)
{
    /// <summary>Each row behind a zero: no filter.</summary>
    /// <param name="pixels">[H, W] bytes.</param>
    /// <param name="width">Bytes a row.</param>
    public static byte[] WithoutFilter(ReadOnlySpan<byte> pixels, int width)
    {
        var rows = new byte[pixels.Length / width * (width + 1)];
        for (var row = 0; row < pixels.Length / width; row++)
        {
            pixels.Slice(row * width, width).CopyTo(rows.AsSpan((row * (width + 1)) + 1));
        }

        return rows;
    }

    /// <param name="rows">With their filters.</param>
    /// <param name="level">How hard to try.</param>
    /// <param name="isLast">Nothing follows.</param>
    public static PngRows Compress(ReadOnlySpan<byte> rows, CompressionLevel level, bool isLast = false)
    {
        var compressed = new MemoryStream(16 * 1024);
        var deflate = new DeflateStream(compressed, level, leaveOpen: true);
        deflate.Write(rows);
        deflate.Flush();
        var length = (int)compressed.Length;
        deflate.Dispose(); // writes the mark of the end
        return new PngRows(compressed.GetBuffer().AsMemory(0, isLast ? (int)compressed.Length : length), Adler32.Of(rows));
    }
}

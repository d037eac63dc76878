using System.Buffers.Binary;
using System.IO.Hashing;
using SkiaSharp;

namespace Glassy.Cards;

/// <summary>Puts rows of palette indices together to PNGs of one size and palette (ISO/IEC 15948, colour type 3, 8 bit).</summary>
/// <remarks>Rows that are compressed already can be used again, which no library offers: see docs/adr/0002.</remarks>
internal sealed class IndexedPng
{
    private const byte PaletteType = 3;
    private readonly byte[] _beginning;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="colors">The palette, at most 256.</param>
    public IndexedPng(int width, int height, IReadOnlyList<SKColor> colors)
    {
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8;
        header[9] = PaletteType;

        using var png = new MemoryStream();
        png.Write(Signature);
        WriteChunk(png, "IHDR"u8, header);
        WriteChunk(png, "PLTE"u8, [.. colors.SelectMany(color => new[] { color.Red, color.Green, color.Blue })]);
        _beginning = png.ToArray();
    }

    /// <param name="parts">All rows in order; only the last is compressed as the last.</param>
    /// <returns>The PNG.</returns>
    public byte[] Write(IReadOnlyList<PngRows> parts)
    {
        var data = new byte[2 + parts.Sum(part => part.Bytes.Length) + 4];
        (data[0], data[1]) = (0x78, 0x01); // zlib's header: deflate, window of 32 KB
        var at = 2;
        foreach (var part in parts)
        {
            part.Bytes.Span.CopyTo(data.AsSpan(at));
            at += part.Bytes.Length;
        }

        BinaryPrimitives.WriteUInt32BigEndian(
            data.AsSpan(at), parts.Select(part => part.Checksum).Aggregate((all, next) => all.Then(next)).Value);

        using var png = new MemoryStream(_beginning.Length + data.Length + 24);
        png.Write(_beginning);
        WriteChunk(png, "IDAT"u8, data);
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
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

using System.Buffers.Binary;
using System.IO.Compression;

namespace Glassy.Imaging;

/// <summary>How a TIFF's strips and tiles are packed (TIFF 6.0, sections 9, 13 and 14; Deflate is Adobe's supplement of 2002).</summary>
internal static class TiffPacking
{
    private const int Clear = 256;
    private const int End = 257;
    private const int MostCodes = 4096;

    /// <summary>Unpacks what is claimed to be so many bytes.</summary>
    /// <exception cref="InvalidDataException">It is damaged, has fewer bytes, or is packed in a way that is not read.</exception>
    public static byte[] Unpack(ReadOnlySpan<byte> packed, int compression, int length, string name)
    {
        var bytes = new byte[length];
        var filled = compression switch
        {
            1 => Copy(packed, bytes),
            5 => Lzw(packed, bytes),
            8 or 32946 => Deflate(packed, bytes),
            32773 => PackBits(packed, bytes),
            _ => throw new InvalidDataException(
                $"{name}: a TIFF packed by method {compression}, expected none, LZW, Deflate or PackBits; save it so, or as PNG"),
        };
        return filled == length ? bytes : throw PictureDecoder.Corrupt(name);
    }

    /// <summary>Adds to each level the one before it in its row, in place (section 14).</summary>
    public static void Undo(byte[] bytes, int width, int samples, int bits, bool isBigEndian)
    {
        var stride = width * samples * bits / 8;
        for (var row = 0; stride > 0 && row + stride <= bytes.Length; row += stride)
        {
            for (var i = samples; i < width * samples; i++)
            {
                if (bits == 8)
                {
                    bytes[row + i] += bytes[row + i - samples];
                }
                else if (bits == 16)
                {
                    var level = bytes.AsSpan(row + (2 * i), 2);
                    Write(level, (ushort)(Read(level) + Read(bytes.AsSpan(row + (2 * (i - samples)), 2))));
                }
            }
        }

        ushort Read(Span<byte> level) =>
            isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(level) : BinaryPrimitives.ReadUInt16LittleEndian(level);

        void Write(Span<byte> level, ushort value)
        {
            if (isBigEndian)
            {
                BinaryPrimitives.WriteUInt16BigEndian(level, value);
            }
            else
            {
                BinaryPrimitives.WriteUInt16LittleEndian(level, value);
            }
        }
    }

    private static int Copy(ReadOnlySpan<byte> packed, byte[] bytes)
    {
        var count = Math.Min(packed.Length, bytes.Length);
        packed[..count].CopyTo(bytes);
        return count;
    }

    private static int Deflate(ReadOnlySpan<byte> packed, byte[] bytes)
    {
        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            return stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            return -1; // the caller names the file
        }
    }

    private static int PackBits(ReadOnlySpan<byte> packed, byte[] bytes)
    {
        var (at, filled) = (0, 0);
        while (at < packed.Length && filled < bytes.Length)
        {
            var head = (sbyte)packed[at++];
            if (head >= 0)
            {
                var count = Math.Min(Math.Min(head + 1, packed.Length - at), bytes.Length - filled);
                packed.Slice(at, count).CopyTo(bytes.AsSpan(filled));
                (at, filled) = (at + count, filled + count);
            }
            else if (head != -128 && at < packed.Length)
            {
                var count = Math.Min(1 - head, bytes.Length - filled);
                bytes.AsSpan(filled, count).Fill(packed[at++]);
                filled += count;
            }
        }

        return filled;
    }

    /// <summary>
    /// Codes of 9 to 12 bits, the first bit first; each but the first after a clear adds an entry: the string before and one byte.
    /// </summary>
    private static int Lzw(ReadOnlySpan<byte> packed, byte[] bytes)
    {
        // An entry is a part of what has been written: where it begins, and how long it is.
        var (starts, lengths) = (new int[MostCodes], new int[MostCodes]);
        var (bit, width, next, filled, before) = (0L, 9, End + 1, 0, (Start: -1, Length: 0));
        while (bit + width <= 8L * packed.Length && filled < bytes.Length)
        {
            var code = CodeAt(packed, bit, width);
            bit += width;
            if (code == End)
            {
                break;
            }

            if (code == Clear)
            {
                (width, next, before) = (9, End + 1, (-1, 0));
                continue;
            }

            if (code > Clear && (code > next || before.Start < 0))
            {
                return -1;
            }

            var (start, count) = (filled, 1);
            if (code < Clear)
            {
                bytes[filled++] = (byte)code;
            }
            else
            {
                // The code that comes next is the string before and its own first byte.
                var (from, length) = code == next ? (before.Start, before.Length + 1) : (starts[code], lengths[code]);
                for (count = 0; count < length && filled < bytes.Length; count++)
                {
                    bytes[filled++] = bytes[from + count];
                }
            }

            if (before.Start >= 0 && next < MostCodes)
            {
                (starts[next], lengths[next]) = (before.Start, before.Length + 1);
                next++;
                width = next + 1 >= 1 << width && width < 12 ? width + 1 : width;
            }

            before = (start, count);
        }

        return filled;
    }

    private static int CodeAt(ReadOnlySpan<byte> packed, long bit, int width)
    {
        var code = 0;
        for (var i = bit; i < bit + width; i++)
        {
            code = (code << 1) | ((packed[(int)(i >> 3)] >> (7 - (int)(i & 7))) & 1);
        }

        return code;
    }
}

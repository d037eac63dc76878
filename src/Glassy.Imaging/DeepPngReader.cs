using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using SkiaSharp;

namespace Glassy.Imaging;

/// <summary>Reads PNGs of 16 bits a level, interlaced or not (Portable Network Graphics, third edition, W3C 2025).</summary>
internal sealed class DeepPngReader : IDeepReader
{
    private const int SignatureBytes = 8;
    private const int BitDepthOffset = 24; // of IHDR, after the signature and the chunk's length and name
    private const int BytesPerLevel = 2;

    /// <summary>Adam7 (8.1): where each pass begins, and its steps.</summary>
    private static readonly (int Left, int Top, int Across, int Down)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private readonly byte[] _file;
    private readonly string _name;
    private readonly PixelSize _size;
    private readonly int _channels;
    private readonly bool _isInterlaced;

    /// <exception cref="InvalidDataException">The header is damaged or says more pixels than are read.</exception>
    public DeepPngReader(byte[] file, string name)
    {
        (_file, _name) = (file, name);
        var header = Chunks().FirstOrDefault();
        if (header.Name != "IHDR" || header.Content.Length != 13)
        {
            throw Corrupt();
        }

        var content = header.Content.Span;
        _size = new PixelSize(BinaryPrimitives.ReadInt32BigEndian(content), BinaryPrimitives.ReadInt32BigEndian(content[4..]));
        _channels = content[9] switch { 0 => 1, 2 => 3, 4 => 2, 6 => 4, _ => throw Corrupt() };
        _isInterlaced = content[10] == 0 && content[11] == 0 && content[12] is 0 or 1 ? content[12] == 1 : throw Corrupt();
        PictureDecoder.CheckDeepSize(_size, name);
        Facts = new PictureFacts(_size, IsDeep: true);
    }

    public PictureFacts Facts { get; }

    /// <summary>Whether a PNG has levels of 16 bits.</summary>
    public static bool IsDeep(ReadOnlySpan<byte> file) => file.Length > BitDepthOffset && file[BitDepthOffset] == PictureDecoder.DeepBits;

    public DeepPicture Read()
    {
        using var packed = new MemoryStream();
        ushort[]? transparent = null;
        foreach (var (name, content) in Chunks())
        {
            if (name == "IDAT")
            {
                packed.Write(content.Span);
            }
            else if (name == "tRNS" && _channels is 1 or 3 && content.Length == _channels * BytesPerLevel)
            {
                transparent = [.. Enumerable.Range(0, _channels).Select(c => LevelAt(content.Span, c))];
            }
        }

        packed.Position = 0;
        var levels = new ushort[4 * _size.Pixels];
        try
        {
            using var pixels = new ZLibStream(packed, CompressionMode.Decompress);
            foreach (var pass in _isInterlaced ? Passes : [(0, 0, 1, 1)])
            {
                ReadPass(pixels, pass, levels, transparent);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw Corrupt(exception);
        }

        return new DeepPicture(_size, levels, IsDeep: true, SKEncodedOrigin.TopLeft);
    }

    private void ReadPass(Stream pixels, (int Left, int Top, int Across, int Down) pass, ushort[] levels, ushort[]? transparent)
    {
        var width = (_size.Width - pass.Left + pass.Across - 1) / pass.Across;
        var height = (_size.Height - pass.Top + pass.Down - 1) / pass.Down;
        if (width <= 0 || height <= 0)
        {
            return;
        }

        var length = width * _channels * BytesPerLevel;
        var (row, above) = (new byte[length], new byte[length]);
        for (var y = 0; y < height; y++)
        {
            var filter = pixels.ReadByte();
            pixels.ReadExactly(row);
            Unfilter(filter, row, above);
            for (var x = 0; x < width; x++)
            {
                var place = 4 * ((((long)pass.Top + (y * pass.Down)) * _size.Width) + pass.Left + (x * pass.Across));
                Put(row.AsSpan(x * _channels * BytesPerLevel), levels.AsSpan((int)place, 4), transparent);
            }

            (row, above) = (above, row);
        }
    }

    private void Put(ReadOnlySpan<byte> pixel, Span<ushort> target, ushort[]? transparent)
    {
        var isColor = _channels >= 3;
        for (var c = 0; c < 3; c++)
        {
            target[c] = LevelAt(pixel, isColor ? c : 0);
        }

        var isClear = transparent is not null
            && target[0] == transparent[0]
            && (!isColor || (target[1] == transparent[1] && target[2] == transparent[2]));
        target[3] = _channels is 2 or 4 ? LevelAt(pixel, _channels - 1) : isClear ? ushort.MinValue : ushort.MaxValue;
    }

    /// <summary>Filter types (9.2), in place.</summary>
    private void Unfilter(int filter, byte[] row, byte[] above)
    {
        var back = _channels * BytesPerLevel;
        for (var i = 0; i < row.Length; i++)
        {
            var (left, up, corner) = (i >= back ? row[i - back] : 0, above[i], i >= back ? above[i - back] : 0);
            row[i] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => throw Corrupt(),
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var (a, b, c) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private static ushort LevelAt(ReadOnlySpan<byte> pixel, int channel) =>
        BinaryPrimitives.ReadUInt16BigEndian(pixel[(channel * BytesPerLevel)..]);

    /// <summary>Up to IEND, each with its checksum checked.</summary>
    private IEnumerable<(string Name, ReadOnlyMemory<byte> Content)> Chunks()
    {
        for (long at = SignatureBytes; ;)
        {
            if (at + 12 > _file.Length
                || BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan((int)at)) is var length && at + 12 + length > _file.Length)
            {
                throw Corrupt();
            }

            var (start, count) = ((int)at + 4, (int)length);
            if (Crc32.HashToUInt32(_file.AsSpan(start, count + 4)) != BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan(start + 4 + count)))
            {
                throw Corrupt();
            }

            var name = System.Text.Encoding.Latin1.GetString(_file, start, 4);
            if (name == "IEND")
            {
                yield break;
            }

            yield return (name, _file.AsMemory(start + 4, count));
            at += 12 + length;
        }
    }

    private InvalidDataException Corrupt(Exception? cause = null) => PictureDecoder.Corrupt(_name, cause);
}

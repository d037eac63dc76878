using System.Buffers.Binary;

namespace Glassy.Imaging;

/// <summary>The fields of a TIFF's first picture (TIFF 6.0, section 2).</summary>
internal sealed class TiffFields
{
    public const int Width = 256;
    public const int Height = 257;
    public const int BitsPerSample = 258;
    public const int Compression = 259;
    public const int Photometric = 262;
    public const int StripOffsets = 273;
    public const int Orientation = 274;
    public const int SamplesPerPixel = 277;
    public const int RowsPerStrip = 278;
    public const int StripBytes = 279;
    public const int Planes = 284;
    public const int Predictor = 317;
    public const int ColorMap = 320;
    public const int TileWidth = 322;
    public const int TileHeight = 323;
    public const int TileOffsets = 324;
    public const int TileBytes = 325;
    public const int ExtraSamples = 338;
    public const int SampleFormat = 339;

    private const int EntryBytes = 12;

    private readonly byte[] _file;
    private readonly string _name;
    private readonly Dictionary<int, Entry> _entries = [];

    /// <exception cref="InvalidDataException">The list is not within the file.</exception>
    public TiffFields(byte[] file, string name)
    {
        (_file, _name, IsBigEndian) = (file, name, file[0] == 'M');
        long at = UInt32At(4);
        var count = UInt16At(at);
        for (var i = 0; i < count; i++)
        {
            var entry = at + 2 + (i * EntryBytes);
            var (type, length) = (UInt16At(entry + 2), UInt32At(entry + 4));
            var size = type switch { 1 => 1, 3 => 2, 4 => 4, _ => 0 };
            if (size > 0)
            {
                _entries.TryAdd(UInt16At(entry), new Entry(size, length, size * (long)length <= 4 ? entry + 8 : UInt32At(entry + 8)));
            }
        }
    }

    public bool IsBigEndian { get; }

    public bool Has(int tag) => _entries.ContainsKey(tag);

    /// <summary>A field's first value.</summary>
    /// <exception cref="InvalidDataException">It is not within the file.</exception>
    public int Number(int tag, int otherwise) => Numbers(tag, 1, otherwise)[0];

    /// <summary>A field's first values; those beyond 31 bits are negative.</summary>
    /// <param name="tag">Which field.</param>
    /// <param name="count">How many are needed; another field of the file may have said so.</param>
    /// <param name="otherwise">Each of them where there is no such field.</param>
    /// <exception cref="InvalidDataException">It has fewer, or is not within the file; none or impossibly many are needed.</exception>
    public int[] Numbers(int tag, long count, int otherwise)
    {
        if (count < 1 || count > PictureDecoder.MaxPixels)
        {
            throw PictureDecoder.Corrupt(_name);
        }

        if (!_entries.TryGetValue(tag, out var entry))
        {
            return otherwise < 0 ? throw PictureDecoder.Corrupt(_name) : [.. Enumerable.Repeat(otherwise, (int)count)];
        }

        if (entry.Count < count || entry.At + (count * entry.Size) > _file.Length)
        {
            throw PictureDecoder.Corrupt(_name);
        }

        var values = new int[count];
        for (var i = 0; i < count; i++)
        {
            var at = entry.At + ((long)i * entry.Size);
            values[i] = entry.Size switch { 1 => _file[at], 2 => UInt16At(at), _ => (int)UInt32At(at) };
        }

        return values;
    }

    private ushort UInt16At(long at) => at + 2 > _file.Length ? throw PictureDecoder.Corrupt(_name)
        : IsBigEndian
            ? BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan((int)at))
            : BinaryPrimitives.ReadUInt16LittleEndian(_file.AsSpan((int)at));

    private uint UInt32At(long at) => at + 4 > _file.Length ? throw PictureDecoder.Corrupt(_name)
        : IsBigEndian
            ? BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan((int)at))
            : BinaryPrimitives.ReadUInt32LittleEndian(_file.AsSpan((int)at));

    /// <param name="Size">Bytes of a value.</param>
    /// <param name="Count">How many values.</param>
    /// <param name="At">Where they are in the file.</param>
    private sealed record Entry(int Size, uint Count, long At);
}

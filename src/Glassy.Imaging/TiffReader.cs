using System.Buffers.Binary;
using SkiaSharp;

namespace Glassy.Imaging;

/// <summary>
/// Reads the first picture of a TIFF (TIFF 6.0, Adobe 1992): grey, colour or palette, 1, 8 or 16 bits a level, in strips or tiles, as it is
/// or packed by LZW, Deflate or PackBits.
/// </summary>
internal sealed class TiffReader : IDeepReader
{
    /// <summary>Bytes of a tile that may be larger than the picture in it.</summary>
    private const int MostAroundSmall = 16_000_000;

    private readonly byte[] _file;
    private readonly string _name;
    private readonly TiffFields _fields;
    private readonly PixelSize _size;
    private readonly int _bits;
    private readonly int _samples;
    private readonly int _photometric;
    private readonly SKEncodedOrigin _origin;

    /// <exception cref="InvalidDataException">It is damaged before its pixels, too large, or of a kind that is not read.</exception>
    public TiffReader(byte[] file, string name)
    {
        (_file, _name) = (file, name);
        _fields = new TiffFields(file, name);
        _size = new PixelSize(_fields.Number(TiffFields.Width, 0), _fields.Number(TiffFields.Height, 0));
        PictureDecoder.CheckDeepSize(_size, name);
        (_samples, _photometric) = (_fields.Number(TiffFields.SamplesPerPixel, 1), _fields.Number(TiffFields.Photometric, 1));
        var bits = _fields.Numbers(TiffFields.BitsPerSample, _samples, 1);
        _bits = bits[0];
        var orientation = _fields.Number(TiffFields.Orientation, 1);
        _origin = orientation is >= 1 and <= 8 ? (SKEncodedOrigin)orientation : SKEncodedOrigin.TopLeft;
        Require(bits.All(count => count == _bits) && _bits is 1 or 8 or 16, $"{string.Join("+", bits)} bits a level", "1, 8 or 16");
        Require(_photometric is >= 0 and <= 3, $"colours of kind {_photometric}", "grey, RGB or a palette");
        Require(_samples is >= 1 and <= 8 && _samples >= Colors, $"{_samples} levels a pixel", "those of its colours, and alpha");
        Require(_bits != 1 || _samples == 1, "bits of more than one level a pixel", "one");
        Require(_fields.Number(TiffFields.Planes, 1) == 1 || _samples == 1, "its colours apart from each other", "pixel by pixel");
        Require(
            _fields.Numbers(TiffFields.SampleFormat, 1, 1)[0] == 1, "levels that are no whole numbers", "whole numbers of 8 or 16 bits");
        Facts = new PictureFacts(_origin >= SKEncodedOrigin.LeftTop ? new PixelSize(_size.Height, _size.Width) : _size, IsDeep);
    }

    public PictureFacts Facts { get; }

    private bool IsDeep => _bits == PictureDecoder.DeepBits && _photometric != 3;

    private int Colors => _photometric == 2 ? 3 : 1;

    public DeepPicture Read()
    {
        var levels = new ushort[4 * _size.Pixels];
        var palette = _photometric == 3 ? _fields.Numbers(TiffFields.ColorMap, 3 << _bits, 0) : [];
        foreach (var block in Blocks())
        {
            var length = (((long)block.Width * _samples * _bits) + 7) / 8 * block.Height;
            if (length > Math.Max(MostAroundSmall, 4 * _size.Pixels * _samples * _bits / 8))
            {
                throw PictureDecoder.Corrupt(_name);
            }

            var bytes = TiffPacking.Unpack(
                _file.AsSpan((int)block.Offset, (int)block.Count), _fields.Number(TiffFields.Compression, 1), (int)length, _name);
            if (_fields.Number(TiffFields.Predictor, 1) == 2)
            {
                TiffPacking.Undo(bytes, block.Width, _samples, _bits, _fields.IsBigEndian);
            }

            Put(block, bytes, levels, palette);
        }

        return new DeepPicture(_size, levels, IsDeep, _origin);
    }

    private void Put(Block block, byte[] bytes, ushort[] levels, int[] palette)
    {
        var stride = bytes.Length / block.Height;
        for (var y = 0; y < block.Height && block.Top + y < _size.Height; y++)
        {
            for (var x = 0; x < block.Width && block.Left + x < _size.Width; x++)
            {
                var target = levels.AsSpan((int)(4 * (((long)(block.Top + y) * _size.Width) + block.Left + x)), 4);
                for (var c = 0; c < 3; c++)
                {
                    var sample = SampleAt(bytes, y * stride, (x * _samples) + (Colors == 3 ? c : 0));
                    target[c] = palette.Length > 0 ? (ushort)palette[(c << _bits) + sample] : LevelOf(sample);
                }

                target[3] = HasAlpha ? LevelOf(SampleAt(bytes, y * stride, (x * _samples) + Colors)) : ushort.MaxValue;
            }
        }
    }

    /// <summary>The first of the levels that are no colours is alpha where the file says so.</summary>
    private bool HasAlpha => _samples > Colors && _fields.Numbers(TiffFields.ExtraSamples, 1, 0)[0] is 1 or 2;

    private ushort LevelOf(int sample)
    {
        var most = (1 << _bits) - 1;
        return (ushort)((_photometric == 0 ? most - sample : sample) * (_bits == PictureDecoder.DeepBits ? 1 : ushort.MaxValue / most));
    }

    private int SampleAt(byte[] bytes, int row, int sample) => _bits switch
    {
        1 => (bytes[row + (sample / 8)] >> (7 - (sample % 8))) & 1,
        8 => bytes[row + sample],
        _ => _fields.IsBigEndian
            ? BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(row + (2 * sample)))
            : BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(row + (2 * sample))),
    };

    /// <summary>Strips or tiles, each in the file.</summary>
    private IEnumerable<Block> Blocks()
    {
        var isTiled = _fields.Has(TiffFields.TileWidth);
        var width = isTiled ? _fields.Number(TiffFields.TileWidth, 0) : _size.Width;
        var height = isTiled
            ? _fields.Number(TiffFields.TileHeight, 0)
            : Math.Min(_fields.Number(TiffFields.RowsPerStrip, _size.Height), _size.Height);
        PictureDecoder.CheckDeepSize(new PixelSize(width, height), _name);
        var (across, down) = ((_size.Width + width - 1) / width, (_size.Height + height - 1) / height);
        var offsets = _fields.Numbers(isTiled ? TiffFields.TileOffsets : TiffFields.StripOffsets, (long)across * down, -1);
        var counts = _fields.Numbers(isTiled ? TiffFields.TileBytes : TiffFields.StripBytes, (long)across * down, -1);
        for (var i = 0; i < offsets.Length; i++)
        {
            var (offset, count, top) = ((uint)offsets[i], (uint)counts[i], i / across * height);
            if ((long)offset + count > _file.Length)
            {
                throw PictureDecoder.Corrupt(_name);
            }

            yield return new Block(offset, count, i % across * width, top, width, isTiled ? height : Math.Min(height, _size.Height - top));
        }
    }

    private void Require(bool holds, string what, string expected)
    {
        if (!holds)
        {
            throw new InvalidDataException($"{_name}: a TIFF with {what}, expected {expected}; save it so, or as PNG");
        }
    }

    private sealed record Block(uint Offset, uint Count, int Left, int Top, int Width, int Height);
}

using SkiaSharp;

namespace Glassy.Imaging;

/// <summary>Reads PBM, PGM and PPM files, of bytes or of text (Netpbm's own specification; face databases come as these).</summary>
internal sealed class PnmReader : IDeepReader
{
    private readonly byte[] _file;
    private readonly string _name;
    private readonly PixelSize _size;
    private readonly int _kind;
    private readonly int _most = 1;
    private int _at = 2;

    /// <exception cref="InvalidDataException">The header is damaged or says more pixels than are read.</exception>
    public PnmReader(byte[] file, string name)
    {
        (_file, _name, _kind) = (file, name, file[1] - '0');
        _size = new PixelSize(Number(), Number());
        if (!IsBits)
        {
            _most = Number();
        }

        _at++; // one space after the last number
        PictureDecoder.CheckDeepSize(_size, name);
        if (_most is < 1 or > ushort.MaxValue)
        {
            throw Corrupt();
        }

        Facts = new PictureFacts(_size, IsDeep: false);
    }

    public PictureFacts Facts { get; }

    private bool IsBits => _kind is 1 or 4;

    private bool IsText => _kind <= 3;

    private int Channels => _kind is 3 or 6 ? 3 : 1;

    public DeepPicture Read()
    {
        var levels = new ushort[4 * _size.Pixels];
        var rowBytes = IsBits ? (_size.Width + 7) / 8 : (long)_size.Width * Channels * (_most > byte.MaxValue ? 2 : 1);
        if (!IsText && _at + (rowBytes * _size.Height) > _file.Length)
        {
            throw Corrupt();
        }

        for (var y = 0; y < _size.Height; y++)
        {
            for (var x = 0; x < _size.Width; x++)
            {
                var target = levels.AsSpan(4 * ((y * _size.Width) + x), 4);
                for (var c = 0; c < 3; c++)
                {
                    target[c] = c < Channels ? LevelAt((y * rowBytes) + _at, (x * Channels) + c) : target[0];
                }

                target[3] = ushort.MaxValue;
            }
        }

        return new DeepPicture(_size, levels, IsDeep: false, SKEncodedOrigin.TopLeft);
    }

    private ushort LevelAt(long row, int sample)
    {
        var value = IsText ? (_kind == 1 ? Digit() : Number())
            : IsBits ? (_file[row + (sample / 8)] >> (7 - (sample % 8))) & 1
            : _most > byte.MaxValue ? (_file[row + (2 * sample)] << 8) | _file[row + (2 * sample) + 1]
            : _file[row + sample];
        return value > _most ? throw Corrupt() : (ushort)((IsBits ? 1 - value : value) * (long)ushort.MaxValue / _most);
    }

    private int Number()
    {
        SkipSpace();
        var value = 0L;
        var start = _at;
        while (_at < _file.Length && char.IsAsciiDigit((char)_file[_at]) && value <= int.MaxValue)
        {
            value = (10 * value) + _file[_at++] - '0';
        }

        return _at > start && value <= int.MaxValue ? (int)value : throw Corrupt();
    }

    /// <summary>Bits of text need no space between them.</summary>
    private int Digit()
    {
        SkipSpace();
        return _at < _file.Length && _file[_at] is (byte)'0' or (byte)'1' ? _file[_at++] - '0' : throw Corrupt();
    }

    private void SkipSpace()
    {
        while (_at < _file.Length && (char.IsWhiteSpace((char)_file[_at]) || _file[_at] == '#'))
        {
            var isComment = _file[_at] == '#';
            while (isComment && _at < _file.Length && _file[_at] != '\n')
            {
                _at++;
            }

            _at++;
        }
    }

    private InvalidDataException Corrupt() => PictureDecoder.Corrupt(_name);
}

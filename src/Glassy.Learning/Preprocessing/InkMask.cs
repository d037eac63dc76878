namespace Glassy.Preprocessing;

/// <summary>
/// A grey picture's ink by Otsu's threshold, with one pixel of paper all round, so that every pixel has eight neighbours. A picture of two
/// levels is taken as it is.
/// </summary>
internal sealed class InkMask
{
    private readonly int _height;
    private readonly int _width;
    private readonly byte[] _ink;

    /// <param name="levels">[H, W] levels, 0..255.</param>
    /// <param name="height">H.</param>
    /// <param name="width">W.</param>
    public InkMask(ReadOnlySpan<byte> levels, int height, int width)
    {
        (_height, _width) = (height, width);
        _ink = new byte[(height + 2) * Stride];
        var threshold = OtsuThreshold.Of(levels);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                _ink[PlaceOf(y, x)] = levels[(y * width) + x] > threshold ? (byte)1 : (byte)0;
            }
        }
    }

    /// <summary>From a place to the one below it; places go by rows and count the border.</summary>
    public int Stride => _width + 2;

    /// <summary>[H + 2, W + 2]: 1 is ink, 0 paper.</summary>
    public ReadOnlySpan<byte> Ink => _ink;

    public bool IsInk(int place) => _ink[place] != 0;

    public void Erase(int place) => _ink[place] = 0;

    /// <summary>The places of ink, in rising order.</summary>
    public List<int> Places()
    {
        var places = new List<int>();
        for (var place = 0; place < _ink.Length; place++)
        {
            if (_ink[place] != 0)
            {
                places.Add(place);
            }
        }

        return places;
    }

    /// <summary>Which of the eight neighbours are ink, as <see cref="Neighbourhood"/> counts them.</summary>
    /// <param name="place">No place of the border.</param>
    public int NeighboursOf(int place)
    {
        var (above, below) = (place - Stride, place + Stride);
        return _ink[above]
            | (_ink[above + 1] << 1)
            | (_ink[place + 1] << 2)
            | (_ink[below + 1] << 3)
            | (_ink[below] << 4)
            | (_ink[below - 1] << 5)
            | (_ink[place - 1] << 6)
            | (_ink[above - 1] << 7);
    }

    /// <param name="result">[H, W], written: ink 255, paper 0.</param>
    public void CopyTo(Span<byte> result)
    {
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = _ink[PlaceOf(i / _width, i % _width)] != 0 ? byte.MaxValue : byte.MinValue;
        }
    }

    private int PlaceOf(int y, int x) => ((y + 1) * Stride) + x + 1;
}

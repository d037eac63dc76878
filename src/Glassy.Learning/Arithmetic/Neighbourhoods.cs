using System.Collections.Concurrent;
using System.Numerics;

namespace Glassy.Arithmetic;

/// <summary>
/// What lies around each pixel of a picture, as the rows of a matrix: [H · W, side · side · C], zeros beyond the edge. It is found once for
/// a size of pictures.
/// </summary>
internal sealed class Neighbourhoods
{
    private static readonly ConcurrentDictionary<(int Height, int Width, int Channels, int Side), Neighbourhoods> All = new();

    /// <summary>What lies side by side in the picture and in the matrix: for each pixel a piece for each row of the filter.</summary>
    private readonly (int InPicture, int InRows, int Length)[] _pieces;

    private Neighbourhoods(int height, int width, int channels, int side)
    {
        (Height, Width, Picture, Inner) = (height, width, height * width * channels, side * side * channels);
        var (pieces, reach) = (new List<(int, int, int)>(), side / 2);
        for (var position = 0; position < Positions; position++)
        {
            var (y, x) = (position / width, position % width);
            var (left, right) = (Math.Max(0, x - reach), Math.Min(width - 1, x + reach));
            for (var row = Math.Max(0, y - reach); row <= Math.Min(height - 1, y + reach); row++)
            {
                var place = (position * Inner) + ((((row - y + reach) * side) + (left - x + reach)) * channels);
                pieces.Add((((row * width) + left) * channels, place, (right - left + 1) * channels));
            }
        }

        _pieces = [.. pieces];
    }

    public int Height { get; }

    public int Width { get; }

    /// <summary>How many numbers a picture has.</summary>
    public int Picture { get; }

    /// <summary>How many pixels it has.</summary>
    public int Positions => Height * Width;

    /// <summary>How many numbers lie around a pixel.</summary>
    public int Inner { get; }

    /// <param name="height">Of a picture.</param>
    /// <param name="width">Of a picture.</param>
    /// <param name="channels">Of a picture.</param>
    /// <param name="side">Odd.</param>
    public static Neighbourhoods Of(int height, int width, int channels, int side) =>
        All.GetOrAdd((height, width, channels, side), size => new Neighbourhoods(size.Height, size.Width, size.Channels, size.Side));

    /// <param name="picture">[H, W, C].</param>
    /// <param name="rows">[H · W, side · side · C], written.</param>
    public void LayOut(ReadOnlySpan<float> picture, Span<float> rows)
    {
        rows.Clear();
        foreach (var (inPicture, inRows, length) in _pieces)
        {
            var from = picture.Slice(inPicture, length);
            var to = rows.Slice(inRows, length);
            var i = 0;
            for (; i <= length - Vector<float>.Count; i += Vector<float>.Count) // a call for so few takes longer
            {
                new Vector<float>(from[i..]).CopyTo(to[i..]);
            }

            for (; i < length; i++)
            {
                to[i] = from[i];
            }
        }
    }

    /// <summary>The way back: adds each number to the one that it was copied from, in the same order.</summary>
    /// <param name="rows">[H · W, side · side · C].</param>
    /// <param name="picture">[H, W, C], added to.</param>
    public void Gather(ReadOnlySpan<float> rows, Span<float> picture)
    {
        foreach (var (inPicture, inRows, length) in _pieces)
        {
            TensorMemory.Add(rows.Slice(inRows, length), picture.Slice(inPicture, length));
        }
    }
}

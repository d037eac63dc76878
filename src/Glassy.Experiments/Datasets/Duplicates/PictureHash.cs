using System.Runtime.Intrinsics;
using Glassy.Imaging;

namespace Glassy.Datasets.Duplicates;

/// <summary>
/// A perceptual hash: 64 bits that pictures have in common which look alike. Each says whether one of the 8×8 lowest frequencies of the
/// cosine transform is above the median of all. Source: C. Zauner 2010, "Implementation and benchmarking of perceptual image hash
/// functions" (section 3.2.1, the pHash library's DCT hash), here of the picture at its own size rather than at 32×32.
/// </summary>
/// <remarks>Sums go in one order, each lane by itself, so that every processor gives the same bits.</remarks>
public sealed class PictureHash
{
    /// <summary>Pictures with fewer pixels a side do not have so many frequencies.</summary>
    public const int LeastSide = Frequencies + 1;

    private const int Frequencies = 8;

    private readonly ImageShape _shape;
    private readonly Vector256<float>[] _across;
    private readonly Vector256<float>[] _down;

    /// <param name="shape">Of every picture; <see cref="LeastSide"/> pixels or more each way.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is smaller.</exception>
    public PictureHash(ImageShape shape)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Math.Min(shape.Width, shape.Height), LeastSide, nameof(shape));
        (_shape, _across, _down) = (shape, Waves(shape.Width), Waves(shape.Height));
    }

    /// <param name="picture">[H, W, C] levels, 0..255.</param>
    /// <returns>Bit 8·v + u is frequency v + 1 down and u + 1 across. Half of them are set unless levels tie at the median.</returns>
    public ulong Of(ReadOnlySpan<byte> picture)
    {
        Span<Vector256<float>> sums = stackalloc Vector256<float>[Frequencies];
        sums.Clear();
        for (var y = 0; y < _shape.Height; y++)
        {
            var row = RowOf(picture.Slice(y * _shape.Width * _shape.Channels, _shape.Width * _shape.Channels));
            for (var v = 0; v < Frequencies; v++)
            {
                sums[v] += row * _down[y][v];
            }
        }

        return BitsOf(sums);
    }

    /// <summary>[8] frequencies across of one row, of the sum of its channels.</summary>
    private Vector256<float> RowOf(ReadOnlySpan<byte> row)
    {
        var sum = Vector256<float>.Zero;
        for (var x = 0; x < _shape.Width; x++)
        {
            var level = 0;
            for (var c = 0; c < _shape.Channels; c++)
            {
                level += row[(x * _shape.Channels) + c];
            }

            sum += _across[x] * level;
        }

        return sum;
    }

    private static ulong BitsOf(ReadOnlySpan<Vector256<float>> sums)
    {
        Span<float> all = stackalloc float[Frequencies * Frequencies];
        Span<float> sorted = stackalloc float[Frequencies * Frequencies];
        for (var v = 0; v < Frequencies; v++)
        {
            sums[v].CopyTo(all[(v * Frequencies)..]);
        }

        all.CopyTo(sorted);
        sorted.Sort();
        var median = (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
        var bits = 0UL;
        for (var i = 0; i < all.Length; i++)
        {
            bits |= all[i] > median ? 1UL << i : 0;
        }

        return bits;
    }

    /// <summary>[size][8] cosines of the frequencies 1 to 8.</summary>
    private static Vector256<float>[] Waves(int size) =>
    [
        .. Enumerable.Range(0, size).Select(place => Vector256.Create<float>(
            [.. Enumerable.Range(1, Frequencies)
                .Select(frequency => (float)Math.Cos(Math.PI * ((2 * place) + 1) * frequency / (2 * size)))])),
    ];
}

using System.Numerics;
using Glassy.Arithmetic;
using Glassy.Imaging;

namespace Glassy.Augmentation;

/// <summary>
/// Smooth random displacements: noise, blurred by a Gaussian. Source: Simard, Steinkraus and Platt 2003, "Best Practices for Convolutional
/// Neural Networks Applied to Visual Document Analysis"; their σ of 4 pixels for pictures of 29 is a seventh of the shorter side here, and
/// noise goes round at the edges, so that displacements are as large there as elsewhere.
/// </summary>
public sealed class ElasticField
{
    private const double SidesPerSigma = 7;
    private const double SigmasPerRadius = 3;

    /// <summary>Of noise that is uniform in -1..1.</summary>
    private static readonly double NoiseDeviation = Math.Sqrt(1 / 3.0);

    private readonly int _height;
    private readonly int _width;
    private readonly float[] _blur;
    private readonly float[] _blurred;
    private readonly float[] _row;
    private readonly float[] _sums;
    private readonly float _strength;

    /// <param name="shape">Of the pictures.</param>
    /// <param name="deviation">The displacements' standard deviation along each axis, pixels.</param>
    public ElasticField(ImageShape shape, double deviation)
    {
        (_height, _width) = (shape.Height, shape.Width);
        var sigma = Math.Min(shape.Height, shape.Width) / SidesPerSigma;
        var radius = (int)Math.Ceiling(SigmasPerRadius * sigma);
        var bell = Enumerable.Range(-radius, (2 * radius) + 1).Select(d => PortableMath.Exp(-d * d / (2 * sigma * sigma))).ToArray();
        _blur = [.. bell.Select(value => (float)(value / bell.Sum()))];
        (_blurred, _row, _sums) = (new float[_height * _width], new float[_width + (2 * radius)], new float[_width]);
        _strength = (float)(deviation / (NoiseDeviation * _blur.Sum(value => (double)value * value)));
    }

    /// <param name="noise">[H, W] uniform in 0..1.</param>
    /// <param name="field">[H, W] pixels, written.</param>
    public void Write(ReadOnlySpan<float> noise, Span<float> field)
    {
        var radius = _blur.Length / 2;
        for (var y = 0; y < _height; y++)
        {
            var blurred = _blurred.AsSpan(y * _width, _width);
            blurred.Clear();
            for (var k = 0; k < _blur.Length; k++)
            {
                AddTimes(noise.Slice(Around(y + k - radius, _height) * _width, _width), _blur[k], blurred);
            }
        }

        for (var y = 0; y < _height; y++)
        {
            for (var x = 0; x < _row.Length; x++)
            {
                _row[x] = _blurred[(y * _width) + Around(x - radius, _width)];
            }

            Array.Clear(_sums);
            for (var k = 0; k < _blur.Length; k++)
            {
                AddTimes(_row.AsSpan(k, _width), _blur[k], _sums);
            }

            for (var x = 0; x < _width; x++)
            {
                field[(y * _width) + x] = ((2 * _sums[x]) - 1) * _strength; // of noise in -1..1, as the blur's weights add up to 1
            }
        }
    }

    /// <summary>A place beyond an end, counted on from the other one.</summary>
    private static int Around(int place, int length) => place < 0 ? place + length : place >= length ? place - length : place;

    /// <summary>Each sum is added to on its own, so that the processor's width has no bearing on the bits.</summary>
    private static void AddTimes(ReadOnlySpan<float> values, float factor, Span<float> sums)
    {
        var vectors = sums.Length - (sums.Length % Vector<float>.Count);
        for (var i = 0; i < vectors; i += Vector<float>.Count)
        {
            (new Vector<float>(sums[i..]) + (new Vector<float>(values[i..]) * factor)).CopyTo(sums[i..]);
        }

        for (var i = vectors; i < sums.Length; i++)
        {
            sums[i] += values[i] * factor;
        }
    }
}

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
    private readonly float[] _rows;
    private readonly float _strength;

    /// <param name="shape">Of the pictures.</param>
    /// <param name="deviation">The displacements' standard deviation along each axis, pixels.</param>
    public ElasticField(ImageShape shape, double deviation)
    {
        (_height, _width) = (shape.Height, shape.Width);
        var sigma = Math.Min(shape.Height, shape.Width) / SidesPerSigma;
        var radius = (int)Math.Ceiling(SigmasPerRadius * sigma);
        var bell = Enumerable.Range(-radius, (2 * radius) + 1).Select(d => Math.Exp(-d * d / (2 * sigma * sigma))).ToArray();
        _blur = [.. bell.Select(value => (float)(value / bell.Sum()))];
        _rows = new float[_height * _width];
        _strength = (float)(deviation / (NoiseDeviation * _blur.Sum(value => (double)value * value)));
    }

    /// <param name="noise">[H, W] uniform in 0..1.</param>
    /// <param name="field">[H, W] pixels, written.</param>
    public void Write(ReadOnlySpan<float> noise, Span<float> field)
    {
        var radius = _blur.Length / 2;
        for (var i = 0; i < _rows.Length; i++)
        {
            var (start, x, sum) = (i - (i % _width), i % _width, 0f);
            for (var k = 0; k < _blur.Length; k++)
            {
                sum += _blur[k] * ((2 * noise[start + Round(x + k - radius, _width)]) - 1);
            }

            _rows[i] = sum;
        }

        for (var i = 0; i < _rows.Length; i++)
        {
            var (x, y, sum) = (i % _width, i / _width, 0f);
            for (var k = 0; k < _blur.Length; k++)
            {
                sum += _blur[k] * _rows[(Round(y + k - radius, _height) * _width) + x];
            }

            field[i] = sum * _strength;
        }
    }

    /// <summary>A place beyond an end, counted on from the other one.</summary>
    private static int Round(int place, int length) => place < 0 ? place + length : place >= length ? place - length : place;
}

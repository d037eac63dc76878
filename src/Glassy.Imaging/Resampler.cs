namespace Glassy.Imaging;

/// <summary>
/// Brings one channel to another size. Rows and columns are done one after the other, and each by itself: an axis that shrinks (or
/// stays) by area averaging, one that grows by bicubic interpolation (Keys 1981, a = -0.75 as OpenCV has it).
/// </summary>
/// <remarks>
/// Both are a weighted sum of source samples for each target sample t. With scale = source / target:
/// area: sample s has the weight by which [s, s + 1) overlaps [t·scale, (t + 1)·scale), divided by scale;
/// bicubic: with p = (t + 0.5)·scale - 0.5, f = floor(p) and d = |p - s|, the samples s = f-1 … f+2 (those outside count as the
/// nearest inside) have the weight 1.25 d³ - 2.25 d² + 1 for d ≤ 1, else -0.75 d³ + 3.75 d² - 6 d + 3.
/// </remarks>
public static class Resampler
{
    private const double A = -0.75;

    /// <param name="levels">[height, width].</param>
    /// <param name="height">Rows of the source.</param>
    /// <param name="width">Columns of the source.</param>
    /// <param name="newHeight">Rows of the result.</param>
    /// <param name="newWidth">Columns of the result.</param>
    /// <returns>[newHeight, newWidth]; bicubic results may lie a little outside of the source's range.</returns>
    public static double[] Resize(double[] levels, int height, int width, int newHeight, int newWidth)
    {
        var columns = WeightsOf(width, newWidth);
        var narrow = new double[height * newWidth];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < newWidth; x++)
            {
                narrow[(y * newWidth) + x] = columns[x].Sum(levels, y * width, 1);
            }
        }

        var rows = WeightsOf(height, newHeight);
        var result = new double[newHeight * newWidth];
        for (var y = 0; y < newHeight; y++)
        {
            for (var x = 0; x < newWidth; x++)
            {
                result[(y * newWidth) + x] = rows[y].Sum(narrow, x, newWidth);
            }
        }

        return result;
    }

    /// <summary>The same on every channel of a picture of bytes, rounded and kept within 0..255.</summary>
    /// <param name="pixels">[height, width, channels].</param>
    /// <param name="from">Size of the source.</param>
    /// <param name="to">Size of the result, with as many channels.</param>
    public static byte[] Resize(ReadOnlySpan<byte> pixels, ImageShape from, ImageShape to)
    {
        var result = new byte[to.Length];
        var levels = new double[from.Height * from.Width];
        for (var c = 0; c < from.Channels; c++)
        {
            for (var i = 0; i < levels.Length; i++)
            {
                levels[i] = pixels[(i * from.Channels) + c];
            }

            var resized = Resize(levels, from.Height, from.Width, to.Height, to.Width);
            for (var i = 0; i < resized.Length; i++)
            {
                result[(i * to.Channels) + c] = ToByte(resized[i]);
            }
        }

        return result;
    }

    /// <summary>The nearest level: floor(level + 0.5), kept within 0..255.</summary>
    public static byte ToByte(double level) => (byte)Math.Clamp(Math.Floor(level + 0.5), 0, 255);

    /// <summary>For each sample of the result, those of the source that it is made of.</summary>
    internal static Weights[] WeightsOf(int from, int to)
    {
        var scale = (double)from / to;
        var weights = new Weights[to];
        for (var t = 0; t < to; t++)
        {
            weights[t] = to <= from ? Area(t, scale, from) : Bicubic(t, scale, from);
        }

        return weights;
    }

    private static Weights Area(int target, double scale, int from)
    {
        var (start, end) = (target * scale, (target + 1) * scale);
        var first = (int)Math.Floor(start);
        var last = Math.Min((int)Math.Ceiling(end), from) - 1;
        var samples = new int[last - first + 1];
        var factors = new double[samples.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = first + i;
            factors[i] = (Math.Min(end, first + i + 1) - Math.Max(start, first + i)) / scale;
        }

        return new Weights(samples, factors);
    }

    private static Weights Bicubic(int target, double scale, int from)
    {
        var position = ((target + 0.5) * scale) - 0.5;
        var floor = (int)Math.Floor(position);
        var samples = new int[4];
        var factors = new double[4];
        for (var i = 0; i < 4; i++)
        {
            var sample = floor - 1 + i;
            samples[i] = Math.Clamp(sample, 0, from - 1);
            factors[i] = Cubic(Math.Abs(position - sample));
        }

        return new Weights(samples, factors);
    }

    private static double Cubic(double d) => d <= 1
        ? ((((A + 2) * d) - (A + 3)) * d * d) + 1
        : ((((A * d) - (5 * A)) * d) + (8 * A)) * d - (4 * A);

    /// <param name="Samples">Of the source.</param>
    /// <param name="Factors">Of each; they sum to 1.</param>
    internal sealed record Weights(int[] Samples, double[] Factors)
    {
        public double Sum(double[] levels, int offset, int step)
        {
            var sum = 0.0;
            for (var i = 0; i < Samples.Length; i++)
            {
                sum += levels[offset + (Samples[i] * step)] * Factors[i];
            }

            return sum;
        }
    }
}

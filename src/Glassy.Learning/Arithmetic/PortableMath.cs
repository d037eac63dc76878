namespace Glassy.Arithmetic;

/// <summary>
/// Exponential, logarithm, sine and cosine whose bits do not depend on the processor or the system's mathematics library: nothing but IEEE
/// additions, multiplications and divisions, one after another. The first two are right to a few units in the last place of a double.
/// </summary>
public static class PortableMath
{
    private const double LogOf2 = 0.693147180559945309;

    // Log of 2 in two parts: a small whole number times the first is exact. Source: W. J. Cody and W. Waite, "Software Manual for the
    // Elementary Functions" (1980), chapter 6.
    private const double HighPart = 0.693359375;
    private const double LowPart = -2.121944400546905827679e-4;

    // A quarter of a circle in two parts, likewise: the first has 33 bits. Source: fdlibm, "e_rem_pio2.c" (Sun Microsystems 1993).
    private const double QuarterHigh = 1.57079632673412561417e+00;
    private const double QuarterLow = 6.07710050650619224932e-11;

    private const double Least = -708;
    private const double Greatest = 709;
    private const int ExpTerms = 13;
    private const int LogTerms = 10;
    private const int CircleTerms = 10;
    private const int ExponentBits = 52;
    private const int ExponentBias = 1023;
    private const long Mantissa = (1L << ExponentBits) - 1;

    /// <summary>1 / n!, the last first.</summary>
    private static readonly double[] OfExp = [.. Enumerable.Range(0, ExpTerms + 1)
        .Select(n => 1 / Enumerable.Range(1, n).Aggregate(1.0, (product, factor) => product * factor))
        .Reverse()];

    /// <summary>±1 / (2n + 1)!.</summary>
    private static readonly double[] OfSine = Alternating(first: 1);

    /// <summary>±1 / (2n)!.</summary>
    private static readonly double[] OfCosine = Alternating(first: 0);

    /// <summary>1 / (2n + 1), the last first.</summary>
    private static readonly double[] OfLog = [.. Enumerable.Range(0, LogTerms + 1).Select(n => 1.0 / ((2 * n) + 1)).Reverse()];

    /// <summary>e to the power of x; 0 below −708, infinity above 709.</summary>
    public static double Exp(double x)
    {
        if (!(x >= Least && x <= Greatest))
        {
            return x < Least ? 0 : x > Greatest ? double.PositiveInfinity : double.NaN;
        }

        // x = n log 2 + r with |r| ≤ log 2 / 2; the series of e^r by Horner's rule; then times 2^n, which is exact.
        var n = Math.Round(x / LogOf2);
        var r = x - (n * HighPart) - (n * LowPart);
        var sum = 0.0;
        foreach (var coefficient in OfExp)
        {
            sum = (sum * r) + coefficient;
        }

        return sum * PowerOf2((int)n);
    }

    /// <summary>The natural logarithm.</summary>
    /// <param name="x">A normal number above 0.</param>
    public static double Log(double x)
    {
        // x = m 2^n with m in [√½, √2); log m = 2 artanh((m − 1) / (m + 1)) by its series.
        var bits = BitConverter.DoubleToInt64Bits(x);
        var n = (int)(bits >> ExponentBits) - ExponentBias;
        var m = BitConverter.Int64BitsToDouble((bits & Mantissa) | ((long)ExponentBias << ExponentBits));
        if (m > Math.Sqrt(2))
        {
            (m, n) = (m / 2, n + 1);
        }

        var s = (m - 1) / (m + 1);
        var square = s * s;
        var sum = 0.0;
        foreach (var coefficient in OfLog)
        {
            sum = (sum * square) + coefficient;
        }

        return (n * HighPart) + ((n * LowPart) + (2 * s * sum));
    }

    /// <summary>Sine and cosine, right to a few units in the last place of 1.</summary>
    /// <param name="x">Radians, up to some thousands.</param>
    public static (double Sine, double Cosine) SinCos(double x)
    {
        // x = n π/2 + r with |r| ≤ π/4; the series of both; then the quarter that x is in.
        var n = Math.Round(x / (Math.PI / 2));
        var r = x - (n * QuarterHigh) - (n * QuarterLow);
        var square = r * r;
        var (sine, cosine) = (0.0, 0.0);
        for (var term = OfSine.Length - 1; term >= 0; term--)
        {
            (sine, cosine) = ((sine * square) + OfSine[term], (cosine * square) + OfCosine[term]);
        }

        sine *= r;
        return ((int)n & 3) switch { 0 => (sine, cosine), 1 => (cosine, -sine), 2 => (-sine, -cosine), _ => (-cosine, sine) };
    }

    /// <param name="x">Any number.</param>
    /// <param name="n">0 or more.</param>
    public static double Power(double x, int n)
    {
        var power = 1.0;
        for (; n > 0; n /= 2, x *= x)
        {
            power *= n % 2 == 1 ? x : 1;
        }

        return power;
    }

    private static double[] Alternating(int first)
    {
        var (coefficients, factorial) = (new double[CircleTerms], 1.0);
        for (var n = 0; n < CircleTerms; n++)
        {
            coefficients[n] = (n % 2 == 0 ? 1 : -1) / factorial;
            var last = (2 * n) + first;
            factorial *= (last + 1.0) * (last + 2.0);
        }

        return coefficients;
    }

    /// <param name="n">−1022..1023.</param>
    private static double PowerOf2(int n) => BitConverter.Int64BitsToDouble((long)(n + ExponentBias) << ExponentBits);
}

namespace Glassy.Arithmetic;

/// <summary>
/// Exponential and logarithm whose bits do not depend on the processor or the system's mathematics library: nothing but IEEE additions,
/// multiplications and divisions, one after another. Both are right to a few units in the last place of a double.
/// </summary>
public static class PortableMath
{
    private const double LogOf2 = 0.693147180559945309;

    // Log of 2 in two parts: a small whole number times the first is exact. Source: W. J. Cody and W. Waite, "Software Manual for the Elementary Functions" (1980), chapter 6.
    private const double HighPart = 0.693359375;
    private const double LowPart = -2.121944400546905827679e-4;

    private const double Least = -708;
    private const double Greatest = 709;
    private const int ExpTerms = 13;
    private const int LogTerms = 10;
    private const int ExponentBits = 52;
    private const int ExponentBias = 1023;
    private const long Mantissa = (1L << ExponentBits) - 1;

    /// <summary>1 / n!, the last first.</summary>
    private static readonly double[] OfExp = [.. Enumerable.Range(0, ExpTerms + 1).Select(n => 1 / Enumerable.Range(1, n).Aggregate(1.0, (product, factor) => product * factor)).Reverse()];

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

    /// <param name="n">−1022..1023.</param>
    private static double PowerOf2(int n) => BitConverter.Int64BitsToDouble((long)(n + ExponentBias) << ExponentBits);
}

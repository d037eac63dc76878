namespace Glassy.Comparison;

/// <summary>Student's t distribution with a whole number of degrees of freedom.</summary>
/// <remarks>
/// Two-sided p is the regularised incomplete beta function I_x(ν/2, ½) at x = ν/(ν + t²). Its continued fraction is DLMF 8.17.22, by the
/// modified Lentz method (Thompson and Barnett 1986, Journal of Computational Physics 64); Γ((ν+1)/2)/Γ(ν/2) is a product and
/// x^(ν/2) a power with a square root, so that nothing but + − × ÷ √ is used, which IEEE 754 rounds alike on every machine.
/// </remarks>
public static class StudentT
{
    private const double Tiny = 1e-300;
    private const double Converged = 1e-15;
    private const int MostTerms = 10_000;

    /// <summary>The probability that |T| is at least |t|.</summary>
    /// <param name="t">Any number, infinite ones too.</param>
    /// <param name="degrees">ν, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">ν is below 1 or t not a number.</exception>
    public static double TwoSidedP(double t, int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        if (double.IsNaN(t))
        {
            throw new ArgumentOutOfRangeException(nameof(t), t, "t is not a number");
        }

        var ratio = t * t / degrees;
        if (double.IsInfinity(ratio) || ratio == 0)
        {
            return ratio == 0 ? 1 : 0;
        }

        var (x, rest) = (1 / (1 + ratio), ratio / (1 + ratio)); // x and 1 − x, neither by cancelling
        var (a, b) = (degrees / 2.0, 0.5);
        var front = PowerOfHalf(x, degrees) * Math.Sqrt(rest) * InverseBeta(degrees);
        return x < (a + 1) / (a + b + 2)
            ? front * Fraction(x, a, b) / a
            : 1 - (front * Fraction(rest, b, a) / b);
    }

    /// <summary>The t below which the distribution has a share.</summary>
    /// <param name="share">Above 0 and below 1: 0.975 for a 95 % interval.</param>
    /// <param name="degrees">ν, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1, or ν below 1.</exception>
    public static double Quantile(double share, int degrees)
    {
        if (!(share > 0 && share < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "expected a share above 0 and below 1");
        }

        if (share < 0.5)
        {
            return -Quantile(1 - share, degrees);
        }

        var p = 2 * (1 - share);
        var (low, high) = (0.0, 1.0);
        for (; TwoSidedP(high, degrees) > p; high *= 2)
        {
            low = high;
        }

        for (var middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2)
        {
            (low, high) = TwoSidedP(middle, degrees) > p ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>x^(n/2) for x in 0..1.</summary>
    private static double PowerOfHalf(double x, int n)
    {
        var power = (n & 1) == 1 ? Math.Sqrt(x) : 1;
        for (n /= 2; n > 0; n /= 2, x *= x)
        {
            power *= (n & 1) == 1 ? x : 1;
        }

        return power;
    }

    /// <summary>1 / B(ν/2, ½): 1/π for one degree, 1/2 for two, and (ν + 1)/ν times as much for two more.</summary>
    private static double InverseBeta(int degrees)
    {
        var value = (degrees & 1) == 1 ? 1 / Math.PI : 0.5;
        for (var n = 2 - (degrees & 1); n < degrees; n += 2)
        {
            value *= (n + 1.0) / n;
        }

        return value;
    }

    private static double Fraction(double x, double a, double b)
    {
        var (c, d) = (1.0, 1 / Away(1 - ((a + b) * x / (a + 1))));
        var value = d;
        for (var m = 1; m <= MostTerms; m++)
        {
            Step(m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m))), ref c, ref d, ref value);
            if (Math.Abs(Step(-(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1)), ref c, ref d, ref value) - 1) < Converged)
            {
                break;
            }
        }

        return value;
    }

    private static double Step(double numerator, ref double c, ref double d, ref double value)
    {
        d = 1 / Away(1 + (numerator * d));
        c = Away(1 + (numerator / c));
        value *= c * d;
        return c * d;
    }

    private static double Away(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}

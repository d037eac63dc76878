using System.Text.Json.Serialization;

namespace Glassy.Metrics;

/// <summary>A share that was counted, with what is not known of it.</summary>
/// <param name="Successes">0..<paramref name="Total"/>.</param>
/// <param name="Total">0 or more trials.</param>
public sealed record Proportion(int Successes, int Total)
{
    internal const double Z = 1.959963984540054; // two-sided 95 % quantile of the normal distribution

    /// <summary>0..1; 0 when nothing was tried.</summary>
    public double Value => Total == 0 ? 0 : (double)Successes / Total;

    /// <summary>The Wilson score interval at 95 %, without continuity correction; 0..1 when nothing was tried.</summary>
    /// <remarks>
    /// (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n). Source: E. B. Wilson 1927, "Probable inference, the law of succession,
    /// and statistical inference", JASA 22; recommended by Brown, Cai and DasGupta 2001, Statistical Science 16.
    /// </remarks>
    public Interval Interval
    {
        get
        {
            if (Total == 0)
            {
                return new Interval(0, 1);
            }

            double n = Total;
            var centre = Value + (Z * Z / (2 * n));
            var spread = Z * Math.Sqrt((Value * (1 - Value) / n) + (Z * Z / (4 * n * n)));
            var scale = 1 + (Z * Z / n);
            // At 0 and at n the ends are exact; rounding would leave a little below 0 or short of 1.
            return new Interval(
                Successes == 0 ? 0 : (centre - spread) / scale, Successes == Total ? 1 : (centre + spread) / scale);
        }
    }

    /// <summary>The lower end of the interval.</summary>
    [JsonIgnore]
    public double Low => Interval.Low;

    /// <summary>The upper end of the interval.</summary>
    [JsonIgnore]
    public double High => Interval.High;
}

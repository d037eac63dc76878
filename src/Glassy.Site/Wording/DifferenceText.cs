using System.Globalization;
using Glassy.Metrics;
using static System.FormattableString;

namespace Glassy.Wording;

/// <summary>How differences are written: with a sign, and with a real minus.</summary>
internal static class DifferenceText
{
    private const double LeastP = 0.001;

    /// <summary>Percentage points: 0.0123 is <c>+1.23</c>.</summary>
    public static string Points(double difference, Words words) => Signed(difference * 100, "0.00", words);

    /// <summary>A size in percentage points: 0.0123 is <c>1.23</c>.</summary>
    public static string Unsigned(double share, Words words) => words.Figure(Invariant($"{share * 100:F2}"));

    /// <summary>An interval of percentage points; empty for none.</summary>
    public static string Points(Interval? interval, Words words) =>
        interval is { } known ? $"{Points(known.Low, words)} … {Points(known.High, words)}" : "";

    /// <param name="value">As it is.</param>
    /// <param name="format">Of its size: <c>0.0000</c>.</param>
    /// <param name="words">How figures are written.</param>
    public static string Signed(double value, string format, Words words) =>
        words.Figure(value.ToString($"+{format};−{format};{format}", CultureInfo.InvariantCulture));

    /// <summary>A probability as papers write it.</summary>
    public static string P(double p, Words words) => words.Figure(p < LeastP ? "< 0.001" : Invariant($"{p:F3}"));
}

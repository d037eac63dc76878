using System.Globalization;
using Glassy.Wording;

namespace Glassy.Theme;

/// <summary>
/// How figures are written in English, in templates, in prose tokens and in code; <see cref="Words.Figure"/> makes them another language's.
/// </summary>
public static class TemplateFunctions
{
    private static readonly string[] ByteUnits = ["KB", "MB", "GB", "TB"];

    /// <summary>0.9717 → <c>97.17%</c>.</summary>
    /// <param name="share">Usually 0..1.</param>
    /// <param name="decimals">Digits after the point, 0 or more.</param>
    public static string Percent(double share, int decimals = 2) =>
        Signed((share * 100).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)) + "%";

    /// <summary>0.96826 and 0.97477 → <c>96.83–97.48%</c>.</summary>
    /// <param name="low">Usually 0..1.</param>
    /// <param name="high">Usually 0..1.</param>
    /// <param name="decimals">Digits after the point, 0 or more.</param>
    public static string PercentRange(double low, double high, int decimals = 2) =>
        $"{Percent(low, decimals).TrimEnd('%')}–{Percent(high, decimals)}";

    /// <summary>
    /// How many decimals it takes to write two shares differently: 0.5 and 0.6 → 1, 0.99991 and 0.99994 → 3; never more than 6.
    /// </summary>
    /// <param name="low">Usually 0..1.</param>
    /// <param name="high">Usually 0..1.</param>
    public static int DecimalsBetween(double low, double high)
    {
        var decimals = 1;
        while (decimals < 6 && Percent(low, decimals) == Percent(high, decimals))
        {
            decimals++;
        }

        return low == high ? 1 : decimals;
    }

    /// <summary>60000 → <c>60,000</c>; with decimals 0.09183 → <c>0.0918</c>.</summary>
    /// <param name="value">Any finite number.</param>
    /// <param name="decimals">Digits after the point; null writes whole numbers without and others with as many as they need.</param>
    public static string Number(double value, int? decimals = null) =>
        Signed(value.ToString(
            decimals is { } digits ? "N" + digits.ToString(CultureInfo.InvariantCulture) : "#,0.##########",
            CultureInfo.InvariantCulture));

    /// <summary>With a real minus, and without one before nothing but zeros.</summary>
    private static string Signed(string figure) =>
        figure is ['-', .. var size] ? size.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? size : "−" + size : figure;

    /// <summary>0.42 → <c>0.42 s</c>, 8.31 → <c>8.3 s</c>, 75 → <c>1 min 15 s</c>, 4000 → <c>1 h 7 min</c>.</summary>
    /// <param name="seconds">0 or more.</param>
    public static string Seconds(double seconds)
    {
        if (seconds < 59.95)
        {
            return seconds.ToString(seconds < 0.995 ? "0.00" : "0.0", CultureInfo.InvariantCulture) + " s";
        }

        var whole = (long)Math.Round(seconds, MidpointRounding.AwayFromZero);
        return whole < 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{whole / 60} min {whole % 60} s")
            : string.Create(CultureInfo.InvariantCulture, $"{whole / 3600} h {whole % 3600 / 60} min");
    }

    /// <summary>473128 → <c>462.04 KB</c> (1 KB is 1,024 bytes, as in Keras' summary); below that <c>512 B</c>.</summary>
    /// <param name="bytes">0 or more.</param>
    public static string Bytes(double bytes)
    {
        if (bytes < 1024)
        {
            return bytes.ToString("0", CultureInfo.InvariantCulture) + " B";
        }

        var unit = -1;
        do
        {
            bytes /= 1024;
            unit++;
        }
        while (bytes >= 1024 && unit < ByteUnits.Length - 1);

        return bytes.ToString("0.00", CultureInfo.InvariantCulture) + " " + ByteUnits[unit];
    }

    /// <summary>How dates are written where nothing else is said: <c>2023-10-25</c>.</summary>
    public const string DateFormat = "yyyy-MM-dd";
}

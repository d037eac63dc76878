using System.Globalization;

namespace Glassy.Foreign.Tables;

/// <summary>Cells as numbers and in messages.</summary>
internal static class Cell
{
    private const int MostShown = 60;

    /// <summary>Numbers as Python and R write them: <c>1e-5</c>, <c>nan</c>, <c>-inf</c>.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, out double value)
    {
        var isNegative = text is ['-', ..];
        if (text[(isNegative ? 1 : 0)..].Equals("inf", StringComparison.OrdinalIgnoreCase))
        {
            value = isNegative ? double.NegativeInfinity : double.PositiveInfinity;
            return true;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>A text in a message: in one line, and not too long.</summary>
    public static string Shown(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? '␣' : c));
        return line.Length > MostShown ? line[..MostShown] + "…" : line;
    }
}

using ScottPlot;

namespace Glassy.Charts;

/// <summary>The charts' colours: the site's light theme.</summary>
internal static class ChartColors
{
    public static Color Paper { get; } = Color.FromHex("#FFFFFF");

    public static Color Ink { get; } = Color.FromHex("#1D2A30");

    public static Color SoftInk { get; } = Color.FromHex("#5B6B73");

    public static Color Line { get; } = Color.FromHex("#DDE4E7");

    /// <summary>Glass blue-green.</summary>
    public static Color Right { get; } = Color.FromHex("#0E7C86");

    /// <summary>Towards vermilion.</summary>
    public static Color Wrong { get; } = Color.FromHex("#D2451E");
}

using Glassy.Imaging;
using ScottPlot;
using SkiaSharp;

namespace Glassy.Charts;

/// <summary>The charts' own font (DejaVu Sans, shipped in the assembly): without one all text would vanish without an error.</summary>
public sealed class ChartFonts : IFontResolver
{
    /// <summary>The family's name.</summary>
    public const string Family = "DejaVu Sans";

    private static readonly Lock Gate = new();
    private static bool _isInstalled;

    private ChartFonts()
    {
    }

    /// <summary>Makes the font the one that charts use, once a process.</summary>
    /// <exception cref="InvalidOperationException">The font is not in the assembly or cannot be read.</exception>
    public static void Install()
    {
        lock (Gate)
        {
            if (_isInstalled)
            {
                return;
            }

            ScottPlot.Fonts.FontResolvers.Insert(0, new ChartFonts());
            ScottPlot.Fonts.Default = Family;
            _isInstalled = true;
        }
    }

    /// <summary>Those of the texts that the font cannot write: a chart shows boxes for them.</summary>
    public static IReadOnlyList<string> Unwritable(IEnumerable<string> texts)
    {
        using var typeface = ShippedFont.Load(isBold: false);
        return [.. texts.Where(text => !typeface.ContainsGlyphs(text))];
    }

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        CreateTypeface(fontName, weight >= FontWeight.SemiBold, slant != FontSlant.Upright);

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
        fontName == Family ? ShippedFont.Load(bold) : null;
}

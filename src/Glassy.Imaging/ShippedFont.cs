using SkiaSharp;

namespace Glassy.Imaging;

/// <summary>The font that comes in the assembly (DejaVu Sans): a machine that builds sites may have none.</summary>
public static class ShippedFont
{
    /// <summary>Reads it anew; the caller disposes of it.</summary>
    /// <exception cref="InvalidOperationException">The font is not in the assembly or cannot be read.</exception>
    public static SKTypeface Load(bool isBold)
    {
        var file = isBold ? "DejaVuSans-Bold.ttf" : "DejaVuSans.ttf";
        using var stream = typeof(ShippedFont).Assembly.GetManifestResourceStream($"Fonts/{file}")
            ?? throw new InvalidOperationException($"the font {file} is not in the assembly; pictures would have no text");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data)
            ?? throw new InvalidOperationException($"the font {file} cannot be read; pictures would have no text");
    }
}

using SkiaSharp;

namespace Glassy.Cards;

/// <summary>
/// What all cards of a site share: the paper, the site's name, the mascot and, where a page speaks of the run, its figure.
/// </summary>
internal static class CardGround
{
    public const int Width = 1200;
    public const int Height = 630;

    /// <summary>Where text begins.</summary>
    public const int Left = 80;

    public static readonly SKColor Paper = new(0xff_fb_fa_f8);
    public static readonly SKColor Ink = new(0xff_06_19_23);
    private static readonly SKColor SoftInk = new(0xff_4a_5b_64);
    private static readonly SKColor Right = new(0xff_00_64_6c);
    private static readonly SKColor Edge = new(0xff_17_90_9c);

    /// <param name="site">The site's name.</param>
    /// <param name="figure">Such as <c>97.17%</c>; null for none.</param>
    /// <param name="caption">What the figure is; the site's tagline where there is no figure.</param>
    /// <param name="bold">The letters of what stands out.</param>
    /// <param name="plain">Those of the rest.</param>
    /// <returns>[H, W] pixels, the caller disposes of them.</returns>
    public static SKBitmap Draw(string site, string? figure, string caption, SKTypeface bold, SKTypeface plain)
    {
        var bitmap = new SKBitmap(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(Paper);
        using var edge = new SKPaint { Color = Edge };
        canvas.DrawRect(0, 0, Width, 14, edge);

        canvas.Save();
        canvas.Translate(850, 255);
        canvas.Scale(0.8f);
        CardMascot.Draw(canvas);
        canvas.Restore();

        Write(canvas, site, Left, 118, 38, bold, Right, Width - (2 * Left));
        if (figure is null)
        {
            Write(canvas, caption, Left, 560, 30, plain, SoftInk, 740);
            return bitmap;
        }

        var end = Write(canvas, figure, Left, 560, 64, bold, Right, 400);
        Write(canvas, caption, end + 24, 560, 30, plain, SoftInk, 840 - end - 24);
        return bitmap;
    }

    /// <summary>Writes a line, smaller where it would be wider than it may be.</summary>
    /// <returns>Where it ends.</returns>
    private static float Write(SKCanvas canvas, string text, float x, float y, float size, SKTypeface typeface, SKColor color, float width)
    {
        using var measure = new SKFont(typeface, size);
        var fitting = Math.Min(size, size * width / Math.Max(1, measure.MeasureText(text)));
        using var font = new SKFont(typeface, fitting) { Subpixel = true, Hinting = SKFontHinting.None };
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawText(text, x, y, font, paint);
        return x + font.MeasureText(text);
    }
}

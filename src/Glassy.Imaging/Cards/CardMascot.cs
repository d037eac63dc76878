using SkiaSharp;

namespace Glassy.Cards;

/// <summary>Mr. Glassy as on the site (<c>site/assets/img/glassy.svg</c>), in a square of 400.</summary>
internal static class CardMascot
{
    private static readonly SKColor Shell = new(0xff_bf_e4_e6);
    private static readonly SKColor Shade = new(0xff_93_cc_d1);
    private static readonly SKColor Dark = new(0xff_0e_3a_46);
    private static readonly SKColor Limb = new(0xff_17_80_8c);
    private static readonly SKColor Lens = new(0xff_fb_ff_ff);
    private static readonly SKColor Light = new(0xff_e2_59_2f);
    private static readonly SKColor Screen = new(0xff_0b_12_16);

    /// <param name="canvas">Its origin and scale say where.</param>
    public static void Draw(SKCanvas canvas)
    {
        Stroke(canvas, "M200 62V40", Limb, 9);
        Circle(canvas, 200, 28, 15, Light);
        Stroke(canvas, "M128 292q-38 6-46 44M272 290q62-4 70-50M168 362v18M232 362v18M148 385h34M218 385h34", Limb, 13);
        Ring(canvas, 345, 226, 13, Limb, 9);
        Ring(canvas, 80, 350, 13, Limb, 9);
        Fill(
            canvas,
            "M68 132h22v64H68a18 18 0 0 1-18-18v-28a18 18 0 0 1 18-18zM332 132h-22v64h22a18 18 0 0 0 18-18v-28a18 18 0 0 0-18-18z",
            Shade);
        Box(canvas, 124, 246, 152, 118, 34, Shell);
        Box(canvas, 172, 232, 56, 26, 8, Shade);
        Box(canvas, 80, 62, 240, 178, 62, Shell);
        Fill(canvas, "M80 178v2a60 60 0 0 0 60 60h120a60 60 0 0 0 60-60v-2a60 44 0 0 1-60 40H140a60 44 0 0 1-60-40z", Shade);
        foreach (var (eye, pupil) in new[] { (146, 154), (254, 246) })
        {
            Circle(canvas, eye, 144, 46, Lens);
            Ring(canvas, eye, 144, 46, Dark, 11);
            Circle(canvas, pupil, 150, 17, Dark);
            Circle(canvas, pupil + 6, 143, 5.5f, SKColors.White);
        }

        Stroke(canvas, "M192 138q8-8 16 0M100 138l-16-8M300 138l16-8", Dark, 11);
        Stroke(canvas, "M178 207q22 16 44 0", Dark, 8);
        Box(canvas, 161, 262, 78, 90, 9, Screen);
        Stroke(canvas, "M182 286h36l-22 46", SKColors.White, 9);
    }

    private static void Circle(SKCanvas canvas, float x, float y, float radius, SKColor color)
    {
        using var paint = PaintOf(color);
        canvas.DrawCircle(x, y, radius, paint);
    }

    private static void Ring(SKCanvas canvas, float x, float y, float radius, SKColor color, float width)
    {
        using var paint = PaintOf(color, width);
        canvas.DrawCircle(x, y, radius, paint);
    }

    private static void Box(SKCanvas canvas, float x, float y, float width, float height, float corner, SKColor color)
    {
        using var paint = PaintOf(color);
        canvas.DrawRoundRect(x, y, width, height, corner, corner, paint);
    }

    private static void Fill(SKCanvas canvas, string path, SKColor color)
    {
        using var paint = PaintOf(color);
        using var shape = SKPath.ParseSvgPathData(path);
        canvas.DrawPath(shape, paint);
    }

    private static void Stroke(SKCanvas canvas, string path, SKColor color, float width)
    {
        using var paint = PaintOf(color, width);
        using var shape = SKPath.ParseSvgPathData(path);
        canvas.DrawPath(shape, paint);
    }

    private static SKPaint PaintOf(SKColor color, float? stroke = null) => new()
    {
        Color = color,
        IsAntialias = true,
        IsStroke = stroke is not null,
        StrokeWidth = stroke ?? 0,
        StrokeCap = SKStrokeCap.Round,
        StrokeJoin = SKStrokeJoin.Round,
    };
}

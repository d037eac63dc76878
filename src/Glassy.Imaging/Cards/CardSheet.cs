using System.Runtime.InteropServices;
using SkiaSharp;

namespace Glassy.Cards;

/// <summary>What one card at a time is drawn on; used again, because fresh memory costs more than the drawing.</summary>
internal sealed class CardSheet : IDisposable
{
    public const int Width = 760;

    private readonly SKBitmap _letters;
    private readonly SKCanvas _canvas;
    private readonly SKPaint _paint = new() { IsAntialias = true, Color = SKColors.Black };

    /// <param name="height">Of the highest title, in pixels.</param>
    /// <param name="stride">Bytes of a row of the card.</param>
    public CardSheet(int height, int stride)
    {
        _letters = new SKBitmap(Width, height, SKImageInfo.PlatformColorType, SKAlphaType.Premul); // five times as fast as one byte a pixel
        _canvas = new SKCanvas(_letters);
        Rows = new byte[height * stride];
    }

    /// <summary>The card's rows that its title is in.</summary>
    public byte[] Rows { get; }

    public void Dispose()
    {
        _paint.Dispose();
        _canvas.Dispose();
        _letters.Dispose();
    }

    /// <summary>Writes a title.</summary>
    /// <returns>[H, <see cref="Width"/>] pixels, black; the highest byte is how much of each is ink, 0..255.</returns>
    public ReadOnlySpan<uint> Write(CardTitle title, SKTypeface typeface)
    {
        using var font = new SKFont(typeface, title.Size) { Subpixel = true, Hinting = SKFontHinting.None };
        _canvas.Clear();
        for (var line = 0; line < title.Lines.Count; line++)
        {
            _canvas.DrawText(title.Lines[line], 0, title.Size + (line * title.LineHeight), font, _paint);
        }

        return MemoryMarshal.Cast<byte, uint>(_letters.GetPixelSpan());
    }
}

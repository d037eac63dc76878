using System.Collections.Concurrent;
using System.IO.Compression;
using Glassy.Imaging;
using SkiaSharp;

namespace Glassy.Cards;

/// <summary>
/// Draws the pictures that messengers and networks show beside a link: 1200 × 630 pixels, the page's title on what all the
/// site's cards share. Only the rows that the title is in differ from card to card: the others are drawn and compressed once.
/// Safe to use from any thread.
/// </summary>
public sealed class CardPainter : IDisposable
{
    private const int Top = 160;
    private const int MostRows = 310;
    private const int Stride = CardGround.Width + 1;

    /// <summary>Steps from paper to ink: the edges of letters. The first is paper, so that most of a card is zeros.</summary>
    private const int Steps = 16;

    private readonly SKTypeface _bold = ShippedFont.Load(isBold: true);
    private readonly byte[] _rows;
    private readonly IndexedPng _png;
    private readonly PngRows _above;
    private readonly ConcurrentDictionary<int, PngRows> _below = new();
    private readonly ConcurrentBag<CardSheet> _sheets = [];

    /// <param name="site">The site's name.</param>
    /// <param name="figure">Such as <c>97.17%</c>; null for none.</param>
    /// <param name="caption">What the figure is; the site's tagline where there is no figure.</param>
    public CardPainter(string site, string? figure, string caption)
    {
        using var plain = ShippedFont.Load(isBold: false);
        using var picture = CardGround.Draw(site, figure, caption, _bold, plain);
        var ground = Palette.Of(picture.Pixels, [.. Enumerable.Range(0, Steps).Select(step => Mix(step / (Steps - 1f)))]);
        _rows = PngRows.WithoutFilter(ground.Indices, CardGround.Width);
        _png = new IndexedPng(CardGround.Width, CardGround.Height, ground.Colors);
        _above = PngRows.Compress(RowsOf(0, Top), CompressionLevel.Optimal);
    }

    /// <summary>The card of a page.</summary>
    /// <param name="title">The page's; words are never cut.</param>
    /// <returns>A PNG.</returns>
    public byte[] Draw(string title)
    {
        var fitted = CardTitle.Fit(title, _bold, CardSheet.Width);
        var height = Math.Min(MostRows, (int)Math.Ceiling((fitted.Lines.Count * fitted.LineHeight) + (fitted.Size * 0.1f)));
        var sheet = _sheets.TryTake(out var used) ? used : new CardSheet(MostRows, Stride);
        var rows = sheet.Rows.AsSpan(0, height * Stride);
        RowsOf(Top, Top + height).CopyTo(rows);
        SetLetters(sheet.Write(fitted, _bold)[..(height * CardSheet.Width)], rows);
        var titled = PngRows.Compress(rows, CompressionLevel.Fastest);
        _sheets.Add(sheet);
        var below = _below.GetOrAdd(
            Top + height, row => PngRows.Compress(RowsOf(row, CardGround.Height), CompressionLevel.Optimal, isLast: true));
        return _png.Write([_above, titled, below]);
    }

    /// <summary>Whether the letters of a text are there to be written.</summary>
    public bool CanWrite(string text) => _bold.ContainsGlyphs(text);

    public void Dispose()
    {
        _bold.Dispose();
        foreach (var sheet in _sheets)
        {
            sheet.Dispose();
        }
    }

    /// <summary>Sets the letters' pixels among the ground's.</summary>
    private static void SetLetters(ReadOnlySpan<uint> letters, Span<byte> rows)
    {
        for (var (at, next) = (0, letters.IndexOfAnyExcept(0u)); next >= 0; next = letters[at..].IndexOfAnyExcept(0u))
        {
            for (at += next; at < letters.Length && letters[at] != 0; at++)
            {
                var (y, x) = Math.DivRem(at, CardSheet.Width);
                rows[(y * Stride) + 1 + CardGround.Left + x] = (byte)((((letters[at] >> 24) * (Steps - 1)) + 127) / 255);
            }
        }
    }

    private ReadOnlySpan<byte> RowsOf(int first, int end) => _rows.AsSpan(first * Stride, (end - first) * Stride);

    private static SKColor Mix(float ink) => new(
        Between(CardGround.Paper.Red, CardGround.Ink.Red, ink),
        Between(CardGround.Paper.Green, CardGround.Ink.Green, ink),
        Between(CardGround.Paper.Blue, CardGround.Ink.Blue, ink));

    private static byte Between(byte from, byte to, float share) => (byte)Math.Round(from + ((to - from) * share));
}

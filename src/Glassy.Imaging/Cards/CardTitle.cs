using SkiaSharp;

namespace Glassy.Cards;

/// <summary>A title in the lines and at the size in which a card shows it.</summary>
/// <param name="Size">Of the letters, in pixels.</param>
/// <param name="Lines">At least one; words are whole.</param>
public sealed record CardTitle(float Size, IReadOnlyList<string> Lines)
{
    private const int MostLines = 4;
    private const string Ellipsis = "…";

    private static readonly float[] Sizes = [76, 64, 54];

    /// <summary>From one line's foot to the next one's, in pixels.</summary>
    public float LineHeight => Size * 1.2f;

    /// <summary>
    /// The size that needs the fewest lines, of those the largest; at the smallest the words that do not fit are left out.
    /// </summary>
    /// <param name="title">One line of text.</param>
    /// <param name="typeface">Its letters.</param>
    /// <param name="width">That of a line, in pixels.</param>
    public static CardTitle Fit(string title, SKTypeface typeface, float width)
    {
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        CardTitle? best = null;
        foreach (var size in Sizes)
        {
            using var font = new SKFont(typeface, size);
            var lines = Wrap(words, font, width);
            if (lines.Count <= (best?.Lines.Count - 1 ?? MostLines) && lines.TrueForAll(line => font.MeasureText(line) <= width))
            {
                best = new CardTitle(size, lines);
            }
        }

        return best ?? Shorten(words, typeface, width);
    }

    private static CardTitle Shorten(string[] words, SKTypeface typeface, float width)
    {
        using var font = new SKFont(typeface, Sizes[^1]);
        var lines = Wrap(words, font, width);
        if (lines.Count > MostLines)
        {
            lines = lines[..MostLines];
            while (lines[^1].Contains(' ', StringComparison.Ordinal) && font.MeasureText(lines[^1] + Ellipsis) > width)
            {
                lines[^1] = lines[^1][..lines[^1].LastIndexOf(' ')];
            }

            lines[^1] += Ellipsis;
        }

        var widest = lines.Max(line => font.MeasureText(line)); // one word can be wider than a line
        return new CardTitle(Math.Min(Sizes[^1], Sizes[^1] * width / widest), lines);
    }

    private static List<string> Wrap(string[] words, SKFont font, float width)
    {
        var lines = new List<string>();
        foreach (var word in words)
        {
            if (lines.Count > 0 && font.MeasureText($"{lines[^1]} {word}") <= width)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines.Count > 0 ? lines : [""];
    }
}

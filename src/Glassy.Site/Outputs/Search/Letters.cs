using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Glassy.Outputs.Search;

/// <summary>
/// What counts as a letter, and which letters are the same to a reader who searches. The browser's side is in
/// <c>search-find.js</c>; a browser test compares the two over all of Unicode's basic plane.
/// </summary>
internal static class Letters
{
    /// <summary>
    /// Letters by what they become: without accents, ligatures as their letters, wide forms as plain ones (NFKD without
    /// U+0300–036F). A table, as the program runs without ICU and so without normalization.
    /// </summary>
    private static readonly FrozenDictionary<char, string> Folded = ReadTable();

    /// <summary>Letters, digits, marks and <c>_</c>.</summary>
    public static bool IsWord(Rune rune) =>
        rune.Value == '_' || Rune.GetUnicodeCategory(rune) <= UnicodeCategory.OtherNumber; // letters, marks and numbers come first

    /// <summary>Scripts that write no spaces between words, and are found by pairs of characters: Chinese and Japanese.</summary>
    public static bool IsUnspaced(Rune rune) => rune.Value
        is >= 0x3005 and <= 0x3007
        or >= 0x3040 and <= 0x30ff
        or >= 0x31f0 and <= 0x31ff
        or >= 0x3400 and <= 0x4dbf
        or >= 0x4e00 and <= 0x9fff
        or >= 0xf900 and <= 0xfaff
        or >= 0x20000 and <= 0x3ffff;

    /// <summary>The text with its letters folded, in its own case.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is >= '\u0300' and <= '\u036f')
            {
                continue;
            }

            if (Folded.TryGetValue(letter, out var plain))
            {
                folded.Append(plain);
            }
            else
            {
                folded.Append(letter);
            }
        }

        return folded.ToString();
    }

    /// <summary>Lines of <c>a àáâ</c>: what the letters after the space become.</summary>
    private static FrozenDictionary<char, string> ReadTable()
    {
        using var stream = typeof(Letters).Assembly.GetManifestResourceStream("Search/Folding.txt")
            ?? throw new InvalidOperationException("the folding table is not in the assembly");
        using var reader = new StreamReader(stream);
        var table = new Dictionary<char, string>();
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            foreach (var letter in line.AsSpan(space + 1))
            {
                table.Add(letter, line[..space]);
            }
        }

        return table.ToFrozenDictionary();
    }
}

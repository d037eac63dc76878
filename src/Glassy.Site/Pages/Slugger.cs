using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Glassy.Pages;

/// <summary>Makes heading ids as github-slugger does; one instance a page, because ids are unique on it.</summary>
public sealed partial class Slugger
{
    private readonly Dictionary<string, int> _occurrences = new(StringComparer.Ordinal);

    /// <summary>The id of a heading: <c>ones</c>, then <c>ones-1</c>, <c>ones-2</c>.</summary>
    public string Slug(string text)
    {
        var original = SlugOf(text);
        var slug = original;
        while (_occurrences.ContainsKey(slug))
        {
            _occurrences[original]++;
            slug = $"{original}-{_occurrences[original].ToString(CultureInfo.InvariantCulture)}";
        }

        _occurrences[slug] = 0;
        return slug;
    }

    /// <summary>
    /// Lower case; letters, circled and squared ones too, digits, marks, <c>_</c> and <c>-</c> of any script kept, each space a <c>-</c>.
    /// </summary>
    public static string SlugOf(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var rune in LowerCase(text).EnumerateRunes())
        {
            if (rune.Value == ' ')
            {
                slug.Append('-');
            }
            else if (IsKept(rune))
            {
                slug.Append(rune);
            }
        }

        return slug.ToString();
    }

    private static bool IsKept(Rune rune) => rune.Value == '-' || Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => true,
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => true,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => true,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber => true,
        UnicodeCategory.ConnectorPunctuation => true,
        UnicodeCategory.OtherSymbol => rune.Value is (>= 0x24B6 and <= 0x24E9)
            or (>= 0x1F130 and <= 0x1F149) or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189), // Unicode's Other_Alphabetic
        _ => false,
    };

    /// <summary>JavaScript's lower case: where it is not the invariant culture's, Unicode's special casing is meant.</summary>
    private static string LowerCase(string text)
    {
        var lower = text.Replace("\u0130", "i\u0307", StringComparison.Ordinal).ToLowerInvariant();
        return lower.Contains('\u03C3', StringComparison.Ordinal)
            ? FinalSigma().Replace(lower, m => text[m.Index] == '\u03A3' ? "\u03C2" : m.Value)
            : lower;
    }

    [GeneratedRegex("(?<=\\p{L}\\p{M}*)\u03C3(?!\\p{M}*\\p{L})")]
    private static partial Regex FinalSigma();
}

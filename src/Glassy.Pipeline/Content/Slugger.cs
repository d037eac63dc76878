using System.Globalization;
using System.Text;

namespace Glassy.Content;

/// <summary>Makes heading ids as github-slugger does; one instance a page, because ids are unique on it.</summary>
public sealed class Slugger
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

    /// <summary>Lower case, letters, digits, marks, <c>_</c> and <c>-</c> of any script kept, each space a <c>-</c>.</summary>
    public static string SlugOf(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var rune in text.ToLowerInvariant().EnumerateRunes())
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
        _ => false,
    };
}

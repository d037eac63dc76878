using System.Text;
using System.Text.RegularExpressions;

namespace Glassy.Navigation;

/// <summary>
/// Makes a tag's address of its label as Docusaurus does, with lodash' <c>kebabCase</c>: <c>GraphQL API</c> is <c>graph-ql-api</c>.
/// </summary>
public static partial class TagSlug
{
    private const string Upper = @"A-Z\u00c0-\u00d6\u00d8-\u00de";
    private const string Lower = @"a-z\u00df-\u00f6\u00f8-\u00ff";

    /// <summary>What separates words: punctuation, symbols of Latin-1, general punctuation, spaces.</summary>
    private const string Break = @"\s\u0000-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f";

    /// <summary>Letters that are neither Latin upper nor lower case: of scripts without case, and beyond Latin-1.</summary>
    private const string Other = $"[^{Upper}{Lower}{Break}0-9]";

    /// <summary>The letters from U+00C0 to U+017F without their accents; <c>?</c> for those that are none or become two.</summary>
    private const string Plain =
        "AAAAAA?CEEEEIIIIDNOOOOO?OUUUUY??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y"
        + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi??JjKkkLlLlLlLlLlNnNnNnnNnOoOoOo??RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

    /// <summary>The words of a label in lower case, with <c>-</c> between them.</summary>
    public static string Of(string label)
    {
        var plain = Apostrophe().Replace(Deburr(label), "");
        return string.Join('-', Word().Matches(plain).Select(match => match.Value.ToLowerInvariant()));
    }

    /// <summary>Latin letters without their accents; other scripts as they are.</summary>
    private static string Deburr(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (TwoLetters(letter) is { } two)
            {
                plain.Append(two);
            }
            else if (letter is >= '\u00c0' and <= '\u017f' and not ('\u00d7' or '\u00f7'))
            {
                plain.Append(Plain[letter - '\u00c0']);
            }
            else if (letter is not (>= '\u0300' and <= '\u036f' or >= '\u20d0' and <= '\u20ff' or >= '\ufe20' and <= '\ufe2f'))
            {
                plain.Append(letter);
            }
        }

        return plain.ToString();
    }

    private static string? TwoLetters(char letter) => letter switch
    {
        'Æ' => "Ae",
        'æ' => "ae",
        'Þ' => "Th",
        'þ' => "th",
        'ß' => "ss",
        'Ĳ' => "IJ",
        'ĳ' => "ij",
        'Œ' => "Oe",
        'œ' => "oe",
        _ => null,
    };

    [GeneratedRegex(@"['\u2019]")]
    private static partial Regex Apostrophe();

    /// <summary>In this order: a capitalised word, an acronym before one, the rest of a word, capitals, an ordinal, digits.</summary>
    [GeneratedRegex(
        $@"[{Upper}]?[{Lower}]+(?=[{Break}]|[{Upper}]|$)|(?:[{Upper}]|{Other})+(?=[{Break}]|[{Upper}](?:[{Lower}]|{Other})|$)|[{Upper}]?(?:[{Lower}]|{Other})+|[{Upper}]+|[0-9]*(?:1st|2nd|3rd|(?![123])[0-9]th)(?=\b|[A-Z_])|[0-9]*(?:1ST|2ND|3RD|(?![123])[0-9]TH)(?=\b|[a-z_])|[0-9]+",
        RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

using System.Globalization;
using System.Text.RegularExpressions;
using Glassy.Sources;

namespace Glassy.Wording;

/// <summary>Everything that the theme and its components say in one language, and how that language writes figures and dates.</summary>
/// <remarks>Read by <see cref="WordsReader"/>. A word may have places, <c>{name}</c>, and a form for the count of one.</remarks>
public sealed partial class Words
{
    private readonly IReadOnlyDictionary<string, Word> _words;
    private readonly bool _hasEnglishFigures;
    private readonly CultureInfo _dates = (CultureInfo)CultureInfo.InvariantCulture.Clone();

    internal Words(string language, IReadOnlyDictionary<string, Word> words)
    {
        (Language, _words) = (language, words);
        _hasEnglishFigures = words.Count == 0
            || (this["figure.point"], this["figure.thousands"], this["figure.percent"]) == (".", ",", "%");
        if (words.ContainsKey("language.months"))
        {
            _dates.DateTimeFormat.MonthNames = [.. this["language.months"].Split(' '), ""]; // .NET knows of a thirteenth
            _dates.DateTimeFormat.MonthGenitiveNames = _dates.DateTimeFormat.MonthNames;
        }
    }

    /// <summary>No word at all; figures as English writes them. For templates that say nothing.</summary>
    public static Words None { get; } = new("en", new Dictionary<string, Word>());

    /// <summary>As <c>html</c> has it: <c>en</c>.</summary>
    public string Language { get; }

    /// <summary><c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction => _words.ContainsKey("language.direction") ? this["language.direction"] : "ltr";

    /// <summary>A word without places.</summary>
    /// <exception cref="ArgumentException">There is no such word.</exception>
    public string this[string key] => Of(key);

    /// <summary>Every word whose key begins so, by the rest of its key.</summary>
    public IEnumerable<KeyValuePair<string, Word>> Below(string prefix) =>
        _words.Where(word => word.Key.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(word => word.Key, StringComparer.Ordinal)
            .Select(word => new KeyValuePair<string, Word>(word.Key[prefix.Length..], word.Value));

    /// <summary>A word with its places filled. <c>count</c> decides between its forms.</summary>
    /// <param name="key">As its file has it, with dots: <c>search.name</c>.</param>
    /// <param name="values">By the places' names; numbers are written as they are.</param>
    /// <exception cref="ArgumentException">There is no such word, or a value of it is missing.</exception>
    public string Of(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var byName = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            byName[name] = value;
        }

        return TextOf(key, byName);
    }

    /// <summary>The same, with values by their names.</summary>
    internal string TextOf(string key, IReadOnlyDictionary<string, object?> values) => Fill(key, values, text => text);

    /// <summary>The same as markup: the word's text and all values are escaped but for those that are markup.</summary>
    public RawHtml HtmlOf(string key, IReadOnlyDictionary<string, object?> values) => new(Fill(key, values, StrictText.Escape));

    /// <summary>A figure that was written as English does (<c>1,234.5%</c>), as this language does.</summary>
    public string Figure(string english)
    {
        if (_hasEnglishFigures)
        {
            return english;
        }

        var signs = SignsOfFigures().Replace(english, sign => this[sign.Value == "." ? "figure.point" : "figure.thousands"]);
        return PercentSign().Replace(signs, this["figure.percent"]);
    }

    /// <summary>A whole number: <c>1,234</c>.</summary>
    public string Whole(long number) => Figure(number.ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>A date in a .NET format, with the language's names of months.</summary>
    public string Date(DateTimeOffset date, string format) => date.ToString(format, _dates);

    private string Fill(string key, IReadOnlyDictionary<string, object?> values, Func<string, string> write)
    {
        if (!_words.TryGetValue(key, out var word))
        {
            throw new ArgumentException(
                $"there is no word '{key}'{Diagnostics.Spelling.Suggest(key, _words.Keys.Order(StringComparer.Ordinal))}");
        }

        var text = word.For(values.GetValueOrDefault("count"));
        return Word.Places.Replace(write(text), place => values.TryGetValue(place.Groups[1].Value, out var value)
            ? value is RawHtml html ? html.Value : write(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")
            : throw new ArgumentException($"the word '{key}' needs a value for {place.Value}"));
    }

    [GeneratedRegex(@"(?<=\d)[.,](?=\d)")]
    private static partial Regex SignsOfFigures();

    [GeneratedRegex(@"(?<=\d)%")]
    private static partial Regex PercentSign();
}

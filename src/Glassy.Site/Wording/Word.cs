using System.Globalization;
using System.Text.RegularExpressions;

namespace Glassy.Wording;

/// <summary>Something that the theme says.</summary>
/// <param name="One">For a count of one; the same as <paramref name="Other"/> where that makes no difference.</param>
/// <param name="Other">For every other.</param>
public sealed partial record Word(string One, string Other)
{
    /// <summary>A place for a value: <c>{name}</c>.</summary>
    [GeneratedRegex(@"\{(\w+)\}")]
    public static partial Regex Places { get; }

    /// <summary>The form for a count, which may be a number or one that is written already.</summary>
    public string For(object? count) => Convert.ToString(count, CultureInfo.InvariantCulture) == "1" ? One : Other;

    /// <summary>The names of its places.</summary>
    public IReadOnlySet<string> PlaceNames =>
        Places.Matches(One + Other).Select(place => place.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Glassy.Code;

/// <summary>What stands after a fence: <c>python title="train.py" {1,3-4} showLineNumbers</c>.</summary>
/// <param name="Language">As written, without a leading dot; <c>text</c> when none is.</param>
/// <param name="Title">What is shown above the code, or null.</param>
/// <param name="Highlighted">1-based lines to highlight.</param>
/// <param name="FirstLineNumber">The number of the first line; null shows none.</param>
public sealed partial record CodeInfo(string Language, string? Title, IReadOnlySet<int> Highlighted, int? FirstLineNumber)
{
    public static CodeInfo Plain { get; } = new("text", null, new HashSet<int>(), null);

    /// <summary>Reads an info string; what it does not know, it leaves aside, as Docusaurus does.</summary>
    public static CodeInfo Parse(string info)
    {
        var trimmed = info.Trim();
        var end = trimmed.AsSpan().IndexOfAny(" \t{");
        var word = end < 0 ? trimmed : trimmed[..end];
        var rest = word.Contains('=') ? trimmed : trimmed[word.Length..];
        var language = word.Contains('=') ? "" : word.TrimStart('.').ToLowerInvariant();
        var title = TitleText().Match(rest);
        var bare = title.Success ? rest.Remove(title.Index, title.Length) : rest;
        var numbers = LineNumbers().Match(bare);
        return new CodeInfo(
            language.Length == 0 ? "text" : language,
            title.Success ? title.Groups[2].Value : null,
            LinesIn(Ranges().Match(bare).Groups[1].Value),
            !numbers.Success ? null : numbers.Groups[1].Success ? Number(numbers.Groups[1].Value) : 1);
    }

    private static HashSet<int> LinesIn(string ranges)
    {
        var lines = new HashSet<int>();
        foreach (var range in ranges.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var dash = range.IndexOf('-');
            var first = Number(dash < 0 ? range : range[..dash]);
            var last = dash < 0 ? first : Number(range[(dash + 1)..]);
            lines.UnionWith(Enumerable.Range(first, Math.Max(0, last - first + 1)));
        }

        return lines;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex("""title=(["'])(.*?)\1""")]
    private static partial Regex TitleText();

    [GeneratedRegex(@"\{\s*(\d{1,6}(?:-\d{1,6})?(?:\s*,\s*\d{1,6}(?:-\d{1,6})?)*)\s*\}")]
    private static partial Regex Ranges();

    [GeneratedRegex(@"\bshowLineNumbers(?:=(\d{1,6}))?")]
    private static partial Regex LineNumbers();
}

using System.Text.RegularExpressions;

namespace Glassy.Components.Layout;

/// <summary>
/// A part of a source file: between <c>#region name</c> and <c>#endregion</c>, or <c>// region: name</c> and <c>// endregion</c>.
/// </summary>
/// <param name="Text">Its lines without markers and common indentation, each ended by <c>\n</c>.</param>
/// <param name="StartLine">1-based.</param>
/// <param name="EndLine">1-based, inclusive.</param>
public sealed partial record SourceRegion(string Text, int StartLine, int EndLine)
{
    public static SourceRegion Whole(IReadOnlyList<string> lines) => Cut(lines, 0, lines.Count);

    /// <summary>Every region by name; of two with one name the first counts.</summary>
    /// <param name="lines">The file's lines.</param>
    public static IReadOnlyDictionary<string, SourceRegion> All(IReadOnlyList<string> lines)
    {
        var regions = new SortedDictionary<string, SourceRegion>(StringComparer.Ordinal);
        var open = new Stack<(string Name, int Start)>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (End().IsMatch(lines[i]) && open.TryPop(out var region))
            {
                regions.TryAdd(region.Name, Cut(lines, region.Start, i));
            }
            else if (Start().Match(lines[i]) is { Success: true } start)
            {
                open.Push((start.Groups[1].Value.Trim(), i + 1));
            }
        }

        return regions;
    }

    private static SourceRegion Cut(IReadOnlyList<string> lines, int start, int end)
    {
        while (start < end && string.IsNullOrWhiteSpace(lines[start]))
        {
            start++;
        }

        while (end > start && string.IsNullOrWhiteSpace(lines[end - 1]))
        {
            end--;
        }

        var kept = Enumerable.Range(start, end - start).Where(i => !IsMarker(lines[i])).Select(i => lines[i]).ToList();
        var indent = kept.Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        var text = string.Concat(kept.Select(line => (line.Length > indent ? line[indent..] : "") + "\n"));
        return new SourceRegion(text, start + 1, Math.Max(start + 1, end));
    }

    private static bool IsMarker(string line) => Start().IsMatch(line) || End().IsMatch(line);

    [GeneratedRegex(@"^\s*(?:#\s?region\s+|(?://|#|--)\s*region:\s*)(\S.*)$")]
    private static partial Regex Start();

    [GeneratedRegex(@"^\s*(?:#\s?endregion\b|(?://|#|--)\s*endregion\b)")]
    private static partial Regex End();
}

using System.Collections.Frozen;

namespace Glassy.Syntax;

/// <summary>What HTML says of its elements (HTML Living Standard, 13.1.2 and 3.2.5.2.5).</summary>
internal static class HtmlNames
{
    private static readonly FrozenSet<string> Void = Set("area base br col embed hr img input link meta param source track wbr");

    private static readonly FrozenSet<string> Raw = Set("pre script style textarea");

    private static readonly FrozenSet<string> Phrasing = Set(
        "a abbr audio b bdi bdo br button cite code data datalist del dfn em i img input ins kbd label map mark meter object output "
        + "picture progress q ruby s samp select small source span strong sub sup svg time u var video wbr");

    private static readonly FrozenSet<string> OnlyPhrasing = Set("h1 h2 h3 h4 h5 h6 p summary");

    /// <summary>It has no closing tag.</summary>
    public static bool IsVoid(string name) => Void.Contains(name);

    /// <summary>What stands in it is not Markdown.</summary>
    public static bool IsRaw(string name) => Raw.Contains(name);

    /// <summary>It stands in a line of text.</summary>
    public static bool IsPhrasing(string name) => Phrasing.Contains(name);

    /// <summary>No paragraph may stand in it.</summary>
    public static bool HoldsOnlyPhrasing(string name) => Phrasing.Contains(name) || OnlyPhrasing.Contains(name);

    /// <summary>The theme styles it by a class of its own.</summary>
    public static bool IsThemed(ReadOnlySpan<char> name) => name is "details" or "summary";

    /// <summary>Whether a tag's name is an element's and not a component's.</summary>
    public static bool IsElement(string name) => name is [>= 'a' and <= 'z', ..];

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}

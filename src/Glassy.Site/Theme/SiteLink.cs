using Glassy.Sources;

namespace Glassy.Theme;

/// <summary>An entry of the navbar or the footer.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Href">Its address relative to the page; null for what is no link.</param>
public sealed record SiteLink(string Label, string? Href)
{
    /// <summary>
    /// The value for <c>aria-current</c>: <c>page</c> on the very page, <c>true</c> on one in its section; null elsewhere.
    /// </summary>
    public string? Current { get; init; }

    /// <summary>It leads out of the site.</summary>
    public bool IsExternal { get; init; }

    /// <summary>The author's markup, in place of all else.</summary>
    public RawHtml? Html { get; init; }

    /// <summary>The author's classes for its <c>li</c>.</summary>
    public string? ClassName { get; init; }

    /// <summary>It is the button that switches the theme.</summary>
    public bool IsTheme { get; init; }

    /// <summary>What a dropdown holds; empty for all else.</summary>
    public IReadOnlyList<SiteLink> Items { get; init; } = [];
}

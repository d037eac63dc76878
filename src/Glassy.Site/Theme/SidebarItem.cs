using Glassy.Sources;

namespace Glassy.Theme;

/// <summary>A page, a category, a link or a piece of markup in the sidebar.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Href">Its address relative to the page; null for a category without a page of its own.</param>
/// <param name="IsCurrent">It is this very page.</param>
/// <param name="IsOpen">It is a category that holds this page, or that begins open.</param>
/// <param name="Items">What a category holds; empty for a page, and for a closed category of a large site, whose link leads into
/// it.</param>
public sealed record SidebarItem(string Label, string? Href, bool IsCurrent, bool IsOpen, IReadOnlyList<SidebarItem> Items)
{
    public bool IsCategory { get; init; }

    /// <summary>Whether a category can be closed.</summary>
    public bool IsCollapsible { get; init; } = true;

    /// <summary>It leads out of the site.</summary>
    public bool IsExternal { get; init; }

    /// <summary>The author's markup, in place of all else.</summary>
    public RawHtml? Html { get; init; }

    /// <summary>The author's classes for its <c>li</c>.</summary>
    public string? ClassName { get; init; }

    /// <summary>What the author gave templates to read.</summary>
    public object? CustomProps { get; init; }
}

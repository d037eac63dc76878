namespace Glassy.Theme;

/// <summary>A page or a category in the sidebar.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Href">Its address relative to the page; null for a category without a page of its own.</param>
/// <param name="IsCurrent">It is this very page.</param>
/// <param name="IsOpen">It is a category that holds this page, or that begins open.</param>
/// <param name="Items">What a category holds; empty for a page.</param>
public sealed record SidebarItem(string Label, string? Href, bool IsCurrent, bool IsOpen, IReadOnlyList<SidebarItem> Items);

namespace Glassy.Content;

/// <summary>A page or a category in the site's tree.</summary>
/// <param name="Label">What the sidebar calls it.</param>
/// <param name="Page">The page; for a category its index page; null for a category without.</param>
/// <param name="IsCategory">Whether it can hold others.</param>
/// <param name="BeginsOpen">A category that the sidebar shows open.</param>
/// <param name="Position">Its place among its siblings; null sorts last.</param>
/// <param name="SortName">The file's or folder's name, which decides among equals.</param>
/// <param name="Items">What a category holds, in order.</param>
internal sealed record NavigationNode(
    string Label,
    Page? Page,
    bool IsCategory,
    bool BeginsOpen,
    double? Position,
    string SortName,
    IReadOnlyList<NavigationNode> Items);

using Glassy.Pages;
using Glassy.Sources;

namespace Glassy.Navigation;

/// <summary>A page that shows what a category holds, as cards.</summary>
/// <param name="Title">The link's title, else the category's label.</param>
/// <param name="Description">Empty when there is none.</param>
/// <param name="Keywords">For search engines.</param>
/// <param name="Image">For previews of links to it; null for the site's.</param>
/// <param name="Route">Where it is.</param>
/// <param name="File">The file that asks for it, as messages show it.</param>
/// <param name="Position">Where in that file.</param>
public sealed record GeneratedIndex(
    string Title,
    string Description,
    IReadOnlyList<string> Keywords,
    string? Image,
    Route Route,
    string File,
    SourcePosition Position);

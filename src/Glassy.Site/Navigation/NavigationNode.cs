using Glassy.Pages;
using Glassy.Sources;

namespace Glassy.Navigation;

/// <summary>An entry of a sidebar.</summary>
/// <param name="Kind">What it is, and so which of the others are set.</param>
/// <param name="Label">What the sidebar calls it.</param>
internal sealed record NavigationNode(NavigationKind Kind, string Label)
{
    /// <summary>The page; for a category the one that its name leads to, or null.</summary>
    public Page? Page { get; init; }

    /// <summary>Where a category's name leads besides a page, as its author wrote it.</summary>
    public CategoryLink? Link { get; init; }

    /// <summary>The page that is made for a category.</summary>
    public CategoryPage? Index { get; init; }

    /// <summary>A link's address, as written; a folder's path in the input folder.</summary>
    public string? Target { get; init; }

    public string? Html { get; init; }

    public string? ClassName { get; init; }

    public string? Description { get; init; }

    public object? CustomProps { get; init; }

    /// <summary>A page that is only linked: it takes no part in previous and next, and does not show this sidebar.</summary>
    public bool IsReference { get; init; }

    public bool IsCollapsible { get; init; } = true;

    public bool IsCollapsed { get; init; } = true;

    /// <summary>Its place among its siblings; null sorts last.</summary>
    public double? Order { get; init; }

    /// <summary>The file's or folder's name, which decides among equals.</summary>
    public string SortName { get; init; } = "";

    /// <summary>The file that asks for it, and where: for messages.</summary>
    public (string File, SourcePosition Position) Written { get; init; } = ("", default);

    /// <summary>What a category holds, in order.</summary>
    public IReadOnlyList<NavigationNode> Items { get; init; } = [];

    /// <summary>Where it leads inside the site; null for nowhere or outside.</summary>
    public Route? Route => Place?.Route;

    /// <summary>The page of the site that it leads to; null for none.</summary>
    public SitePage? Place => (SitePage?)Page ?? Index;
}

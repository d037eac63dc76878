using Glassy.Sources;

namespace Glassy.Pages;

/// <summary>What a page says about itself between its first two <c>---</c>; null where it says nothing.</summary>
public sealed record FrontMatter
{
    public static FrontMatter Empty { get; } = new();

    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? Slug { get; init; }

    /// <summary>May be empty, which keeps the text's first line from being it.</summary>
    public string? Description { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public string? Image { get; init; }

    public IReadOnlyList<TagReference> Tags { get; init; } = [];

    /// <summary>The page is not built.</summary>
    public bool Draft { get; init; }

    /// <summary>The page is built, but found only by its address.</summary>
    public bool Unlisted { get; init; }

    public bool HideTitle { get; init; }

    public bool HideTableOfContents { get; init; }

    /// <summary>2..6.</summary>
    public int TocMinHeadingLevel { get; init; } = 2;

    /// <summary>2..6.</summary>
    public int TocMaxHeadingLevel { get; init; } = 3;

    public double? SidebarPosition { get; init; }

    public string? SidebarLabel { get; init; }

    public string? SidebarClassName { get; init; }

    public string? PaginationLabel { get; init; }

    /// <summary>The id of the page that previous leads to, or null for none; null itself when the sidebar decides.</summary>
    public Located<string?>? PaginationPrevious { get; init; }

    /// <summary>The id of the page that next leads to, or null for none; null itself when the sidebar decides.</summary>
    public Located<string?>? PaginationNext { get; init; }

    /// <summary>The sidebar that the page shows, or null for none; null itself for the one that holds it.</summary>
    public Located<string?>? DisplayedSidebar { get; init; }

    public LastUpdate? LastUpdate { get; init; }

    /// <summary>Where the page can be edited, or null for nowhere; null itself when the site's configuration decides.</summary>
    public Located<string?>? CustomEditUrl { get; init; }

    public bool ParseNumberPrefixes { get; init; } = true;

    /// <summary>Every key as written, those that this program does not know included: strings, lists and dictionaries.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; init; } = new Dictionary<string, object?>();

    /// <summary>Where a key's value stands; the file's start when the key is absent.</summary>
    public SourcePosition PositionOf(string key) => Positions.GetValueOrDefault(key, new SourcePosition(1, 1));

    internal IReadOnlyDictionary<string, SourcePosition> Positions { get; init; } = new Dictionary<string, SourcePosition>();
}

namespace Glassy.Pages;

/// <summary>
/// A page of the site. Its kind is its type: <see cref="Page"/> is one that an author wrote, others are made for the site.
/// </summary>
public abstract record SitePage
{
    /// <summary>Where the page is.</summary>
    public required Route Route { get; init; }

    public required string Title { get; init; }

    /// <summary>Empty when there is none.</summary>
    public string Description { get; init; } = "";

    /// <summary>The template in <c>layouts/</c> that it is shown by, without extension.</summary>
    public abstract string Layout { get; }

    /// <summary>What it is about, for search engines and the site's own search.</summary>
    public virtual IReadOnlyList<string> Keywords => [];

    /// <summary>Whether lists and search lead to it; else only those who know its address find it.</summary>
    public virtual bool IsListed => true;
}

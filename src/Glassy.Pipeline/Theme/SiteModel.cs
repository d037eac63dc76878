namespace Glassy.Theme;

/// <summary>The site as every page sees it.</summary>
/// <param name="Title">The site's name.</param>
/// <param name="Tagline">One sentence about it.</param>
/// <param name="Url">The site's address with its base path, without trailing <c>/</c>; null when not configured.</param>
/// <param name="Repository">The source repository's address; null when not configured.</param>
/// <param name="Home">The first page's address, relative to the page.</param>
/// <param name="Generator">This program and its version.</param>
public sealed record SiteModel(string Title, string Tagline, string? Url, string? Repository, string Home, string Generator)
{
    /// <summary>What follows a page's address in the name of its file: <c>/index.html</c> or <c>.html</c>.</summary>
    public string PageFile { get; init; } = "/index.html";

    /// <summary>Whether readers can search the site.</summary>
    public bool HasSearch { get; init; } = true;
}

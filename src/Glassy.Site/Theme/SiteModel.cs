using Glassy.Sources;

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
    /// <summary>As <c>html</c> has it: <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary><c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction { get; init; } = "ltr";

    /// <summary>What follows a page's address in the name of its file: <c>/index.html</c> or <c>.html</c>.</summary>
    public string PageFile { get; init; } = "/index.html";

    /// <summary>What the navbar begins with.</summary>
    public IReadOnlyList<SiteLink> NavbarStart { get; init; } = [];

    /// <summary>What the navbar ends with.</summary>
    public IReadOnlyList<SiteLink> NavbarEnd { get; init; } = [];

    public bool HasNavbar => NavbarStart.Count + NavbarEnd.Count > 0;

    /// <summary>Whether the navbar has its theme button where the author put it.</summary>
    public bool HasThemeItem => NavbarStart.Concat(NavbarEnd).Any(item => item.IsTheme);

    /// <summary>Whether the navbar leads to the source repository.</summary>
    public bool HasRepositoryItem => NavbarStart.Concat(NavbarEnd).SelectMany(item => item.Items.Append(item))
        .Any(item => item.Href is { } href && href.TrimEnd('/') == Repository);

    public IReadOnlyList<FooterColumn> Footer { get; init; } = [];

    /// <summary>Inline markup at the end of every page; null for none.</summary>
    public RawHtml? Copyright { get; init; }

    public Announcement? Announcement { get; init; }

    /// <summary>Null for the theme's own.</summary>
    public BrandPicture? Favicon { get; init; }

    /// <summary>Null for the theme's own.</summary>
    public BrandPicture? Logo { get; init; }

    /// <summary>In place of the logo where the theme is dark; null when that is for both.</summary>
    public BrandPicture? LogoDark { get; init; }

    /// <summary>Where the page of methods and checks is, relative to the page; null on a site without it.</summary>
    public string? Methods { get; init; }

    /// <summary>Whether readers can search the site.</summary>
    public bool HasSearch { get; init; } = true;

    /// <summary>
    /// Whether the project has a stylesheet of its own, <c>site/assets/css/custom.css</c>, which comes after the theme's.
    /// </summary>
    public bool HasOwnStyle { get; init; }
}

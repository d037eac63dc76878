namespace Glassy.Configuration;

/// <summary>The part <c>site:</c> of <c>glassy.yml</c>.</summary>
public sealed record SiteConfig
{
    public string Title { get; init; } = "Glassy";

    public string Tagline { get; init; } = "";

    /// <summary>Where the site is published, without its base path: <c>https://name.github.io</c>; null when not known.</summary>
    public string? Url { get; init; }

    /// <summary>The path under which it is published; begins and ends with <c>/</c>.</summary>
    public string BasePath { get; init; } = "/";

    /// <summary>The path under which the documents live; begins and ends with <c>/</c>.</summary>
    public string RouteBase { get; init; } = "/";

    /// <summary>Address of the source repository; null when there is none.</summary>
    public string? Repository { get; init; }

    /// <summary>Whether links to pages name their <c>index.html</c>, for a site that is read from disk without script.</summary>
    public LinkStyle LinkStyle { get; init; } = LinkStyle.Folder;
}

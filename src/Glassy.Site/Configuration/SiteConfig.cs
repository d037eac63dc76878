using Glassy.Diagnostics;
using Glassy.Pages;

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

    /// <summary>Where the site is published, with its base path and without trailing <c>/</c>; null when not known.</summary>
    public string? Address => Url is null ? null : (Url + BasePath).TrimEnd('/');

    /// <summary>Whether pages may have a card for other sites to show.</summary>
    public bool SocialCards { get; init; } = true;

    /// <summary>Whether pages have one: where the site's address is not known, no other site could fetch it.</summary>
    public bool HasCards => SocialCards && Url is not null;

    /// <summary>The path under which the documents live; begins and ends with <c>/</c>.</summary>
    public string RouteBase { get; init; } = "/";

    /// <summary>Address of the source repository; null when there is none.</summary>
    public string? Repository { get; init; }

    /// <summary>Whether links to pages name their files, for a site that is read from disk without script.</summary>
    public LinkStyle LinkStyle { get; init; } = LinkStyle.Folder;

    /// <summary>Whether readers can search the site.</summary>
    public bool Search { get; init; } = true;

    /// <summary>What follows a page's address in the name of its file: <c>/index.html</c> or <c>.html</c>.</summary>
    public string PageFile => TrailingSlash == TrailingSlash.Never ? ".html" : "/index.html";

    /// <summary>Whether addresses of pages end in <c>/</c>.</summary>
    public TrailingSlash TrailingSlash { get; init; }

    /// <summary>The domain of its own that the site is published under, for hosts that read a <c>CNAME</c> file; null for none.</summary>
    public string? Cname { get; init; }

    /// <summary>How serious a link is that leads nowhere; null when it is not to be reported.</summary>
    public Severity? OnBrokenLinks { get; init; } = Severity.Error;

    /// <summary>How serious a link is to a place that its page does not have; null when it is not to be reported.</summary>
    public Severity? OnBrokenAnchors { get; init; } = Severity.Warning;

    /// <summary>How serious a picture is that is not there; null when it is not to be reported.</summary>
    public Severity? OnBrokenImages { get; init; } = Severity.Error;

    /// <summary>How serious a tag is that the file of tags does not list; null when it is not to be reported.</summary>
    public Severity? OnInlineTags { get; init; } = Severity.Warning;

    /// <summary>What stands before a page's path in its edit link, with a trailing <c>/</c>; null for the one that follows from <see cref="Repository"/>.</summary>
    public string? EditUrl { get; init; }

    public bool ShowLastUpdateTime { get; init; }

    public bool ShowLastUpdateAuthor { get; init; }

    /// <summary>The icon's path in the site; null for the mascot.</summary>
    public string? Favicon { get; init; }

    /// <summary>The path of the picture beside the site's name; null for the mascot.</summary>
    public string? Logo { get; init; }

    /// <summary>The logo for the dark theme; null when <see cref="Logo"/> is for both.</summary>
    public string? LogoDark { get; init; }

    /// <summary>Markdown above every page; null for none.</summary>
    public string? Announcement { get; init; }
}

using Glassy.Diagnostics;
using Glassy.Settings;

namespace Glassy.Configuration;

/// <summary>The part <c>site:</c> of <c>glassy.yml</c>: how pages are made, and what stands around them. A line is a key.</summary>
public sealed record SiteConfig
{
    [Text("The site's name.")] public string Title { get; init; } = "Glassy";
    [Text("One sentence about the site.", mayBeEmpty: true)] public string Tagline { get; init; } = "";
    [Text(
        "The language of what the theme says: one that has a file in site/words.",
        Expected = "a language, such as en or de")]
    public string Language { get; init; } = "en";
    [Address("Where the site is published.", isBare: true)] public string? Url { get; init; }
    [Folder("The path under which the site is published.")] public string BasePath { get; init; } = "/";
    [Folder("The path under which the documents live.")] public string RouteBase { get; init; } = "/";
    [Address("The source repository, for links to it.")] public string? Repository { get; init; }
    [Address(
        "Where pages are edited, before their path in the project; by default `edit/main/` below the repository.")]
    public string? EditUrl { get; init; }
    [Flag("Whether pages say when they were last changed, as git knows it.")] public bool ShowLastUpdateTime { get; init; }
    [Flag("Whether pages say who changed them last, as git knows it.")] public bool ShowLastUpdateAuthor { get; init; }
    [Text("The icon of the browser's tab; by default the mascot.", Expected = Picture)] public string? Favicon { get; init; }
    [Text("The picture beside the site's name; by default the mascot.", Expected = Picture)] public string? Logo { get; init; }
    [Text("The logo in its place where the theme is dark.", Expected = Picture)] public string? LogoDark { get; init; }
    [Text("A line of Markdown above every page, until its reader closes it.", mayBeEmpty: true)] public string? Announcement { get; init; }
    [Choice<LinkStyle>("Whether links name files, for reading from disk without script.")] public LinkStyle LinkStyle { get; init; }
    [Flag(
        "Whether addresses of pages end in /: as their files do (not given), always (true), or never, with path.html (false).",
        TrailingSlash.Always,
        TrailingSlash.Never)]
    public TrailingSlash TrailingSlash { get; init; }
    [Text(
        "The recipe of runs: whose run the site is about; by default the first.",
        Expected = "the name of a recipe")]
    public string? PrimaryRun { get; init; }
    [Flag("Whether readers can search the site.")] public bool Search { get; init; } = true;
    [Flag(
        "Whether a site with a run has the page Methods and checks, to which every page's footer leads.")]
    public bool MethodsPage { get; init; } =
            true;
    [Flag(
        "Whether pages without a picture of their own get a card for messengers, where `site.url` is given.")]
    public bool SocialCards { get; init; } =
            true;
    [Domain("The domain for a CNAME file.")] public string? Cname { get; init; }
    [Reaction("What a link that leads nowhere is: an error, a warning or nothing.")]
    public Severity? OnBrokenLinks { get; init; } =
        Severity.Error;
    [Reaction("What a link to a heading or id that its page does not have is.")]
    public Severity? OnBrokenAnchors { get; init; } =
        Severity.Warning;
    [Reaction("What a picture that is not there is.")] public Severity? OnBrokenImages { get; init; } = Severity.Error;
    [Reaction(
        "What a tag is that tags.yml, where there is one, does not list.")]
    public Severity? OnInlineTags { get; init; } = Severity.Warning;

    private const string Picture = "a picture's path in the site";

    /// <summary>Where the site is published, with its base path and without trailing <c>/</c>; null when not known.</summary>
    public string? Address => Url is null ? null : (Url + BasePath).TrimEnd('/');

    /// <summary>What stands before a page's path in its edit link, without trailing <c>/</c>; null when that is not known.</summary>
    public string? EditFolder => EditUrl ?? (Repository is null ? null : Repository + "/edit/main");

    /// <summary>Whether pages have a card: where the site's address is not known, no other site could fetch it.</summary>
    public bool HasCards => SocialCards && Url is not null;

    /// <summary>Whether links to pages name their files.</summary>
    public bool LinksToFiles => LinkStyle == LinkStyle.File;

    /// <summary>What follows a page's address in the name of its file: <c>/index.html</c> or <c>.html</c>.</summary>
    public string PageFile => TrailingSlash == TrailingSlash.Never ? ".html" : "/index.html";
}

using Glassy.Diagnostics;

namespace Glassy.Pages;

/// <summary>How pages are built.</summary>
public sealed record ContentOptions
{
    /// <summary>What stands before every page's address.</summary>
    public string RouteBase { get; init; } = "/";

    /// <summary>Whether addresses end in <c>/</c>.</summary>
    public TrailingSlash TrailingSlash { get; init; }

    /// <summary>Links to pages name their files (<c>site.linkStyle: file</c>).</summary>
    public bool LinkToFiles { get; init; }

    /// <summary>How serious a link is that leads nowhere; null when it is not to be reported.</summary>
    public Severity? OnBrokenLinks { get; init; } = Severity.Error;

    /// <summary>How serious a link is to a place that its page does not have; null when it is not to be reported.</summary>
    public Severity? OnBrokenAnchors { get; init; } = Severity.Warning;

    /// <summary>How serious it is when a page names a picture that the site does not have; null when it is not to be reported.</summary>
    public Severity? OnBrokenImages { get; init; } = Severity.Error;

    /// <summary>How serious a tag is that the file of tags does not list; null when it is not to be reported.</summary>
    public Severity? OnInlineTags { get; init; } = Severity.Warning;
}

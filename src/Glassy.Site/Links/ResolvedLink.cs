namespace Glassy.Links;

/// <summary>Where a link leads.</summary>
/// <param name="Href">Its address, relative to the page that it is written on.</param>
public sealed record ResolvedLink(string Href)
{
    /// <summary>Why it must not be written at all, however little broken links matter; null when it may.</summary>
    public string? Refused { get; init; }

    /// <summary>What is wrong; null when nothing is.</summary>
    public string? Error { get; init; }

    /// <summary>The file that it leads to, from the site's root without leading <c>/</c>; null for what is none of the site's.</summary>
    public string? File { get; init; }

    /// <summary>The page that holds <see cref="Fragment"/>; null for what is no page.</summary>
    public string? Permalink { get; init; }

    /// <summary>What follows <c>#</c>, as written; empty when there is nothing.</summary>
    public string Fragment { get; init; } = "";
}

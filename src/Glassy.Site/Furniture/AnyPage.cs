using Glassy.Sources;
using Glassy.Theme;

namespace Glassy.Furniture;

/// <summary>
/// Addresses in what every page shows: written once with a word in place of the way to the site's root, which each page puts in.
/// </summary>
public static class AnyPage
{
    private const string Root = "__glassy-root__/";

    /// <summary>Addresses from no page in particular.</summary>
    public static SitePath Paths(bool toFiles) => new("/", toFiles, Root);

    /// <summary>An address as a page writes it.</summary>
    public static string On(string text, SitePath paths) => text.Replace(Root, paths.Root, StringComparison.Ordinal);

    /// <summary>Markup as a page writes it.</summary>
    public static RawHtml On(RawHtml html, SitePath paths) => new(On(html.Value, paths));

    /// <summary>What follows the site's root in an address; null for one that leads out of the site.</summary>
    public static string? BelowRoot(string address) => address.StartsWith(Root, StringComparison.Ordinal) ? address[Root.Length..] : null;
}

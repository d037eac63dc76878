using Glassy.Theme;

namespace Glassy.Furniture;

/// <summary>An entry of the navbar or the footer that knows where it leads, before it is known from which page.</summary>
/// <param name="Link">Its address relative to <see cref="AnyPage"/>.</param>
public sealed record PlacedLink(SiteLink Link)
{
    /// <summary>The address in the site that it leads to; null for none.</summary>
    public string? Permalink { get; init; }

    /// <summary>The sidebar whose pages it stands for; null for none.</summary>
    public string? Sidebar { get; init; }

    public bool IsAtEnd { get; init; }

    public IReadOnlyList<PlacedLink> Items { get; init; } = [];

    /// <summary>The entry as a page shows it.</summary>
    /// <param name="permalink">The page's address.</param>
    /// <param name="sidebar">The sidebar that it shows; null for none.</param>
    /// <param name="paths">Addresses from there.</param>
    public SiteLink On(string permalink, string? sidebar, SitePath paths)
    {
        var items = Items.Select(item => item.On(permalink, sidebar, paths)).ToList();
        return Link with
        {
            Href = Link.Href is { } href ? AnyPage.On(href, paths) : null,
            Items = items,
            Current = CurrentOn(permalink, sidebar) ?? (items.Exists(item => item.Current is not null) ? "true" : null),
        };
    }

    private string? CurrentOn(string permalink, string? sidebar)
    {
        if (Permalink is not null && Permalink.TrimEnd('/') == permalink.TrimEnd('/'))
        {
            return "page";
        }

        var isAbove = Permalink is { Length: > 1 } && permalink.StartsWith(Permalink.TrimEnd('/') + "/", StringComparison.Ordinal);
        return isAbove || (Sidebar is not null && Sidebar == sidebar) ? "true" : null;
    }
}

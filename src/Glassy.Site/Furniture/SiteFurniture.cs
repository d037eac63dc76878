using Glassy.Sources;
using Glassy.Theme;

namespace Glassy.Furniture;

/// <summary>What stands around every page; addresses are relative to <see cref="AnyPage"/>.</summary>
public sealed record SiteFurniture
{
    public IReadOnlyList<PlacedLink> Navbar { get; init; } = [];

    public IReadOnlyList<(string Title, IReadOnlyList<PlacedLink> Links)> Footer { get; init; } = [];

    public RawHtml? Copyright { get; init; }

    public Announcement? Announcement { get; init; }

    public BrandPicture? Favicon { get; init; }

    public BrandPicture? Logo { get; init; }

    public BrandPicture? LogoDark { get; init; }

    public IReadOnlyList<RedirectPage> Redirects { get; init; } = [];

    /// <summary>Puts it around a page.</summary>
    /// <param name="site">The site as the page sees it.</param>
    /// <param name="permalink">The page's address.</param>
    /// <param name="sidebar">The name of the sidebar that it shows; null for none.</param>
    /// <param name="paths">Addresses from there.</param>
    public SiteModel Around(SiteModel site, string permalink, string? sidebar, SitePath paths)
    {
        return site with
        {
            NavbarStart = [.. Navbar.Where(item => !item.IsAtEnd).Select(On)],
            NavbarEnd = [.. Navbar.Where(item => item.IsAtEnd).Select(On)],
            Footer = [.. Footer.Select(column => new FooterColumn(column.Title, [.. column.Links.Select(On)]))],
            Copyright = Copyright is { } copyright ? AnyPage.On(copyright, paths) : null,
            Announcement = Announcement is null ? null : Announcement with { Html = AnyPage.On(Announcement.Html, paths) },
            Favicon = PictureOn(Favicon),
            Logo = PictureOn(Logo),
            LogoDark = PictureOn(LogoDark),
        };

        SiteLink On(PlacedLink link) => link.On(permalink, sidebar, paths);
        BrandPicture? PictureOn(BrandPicture? picture) => picture is null ? null : picture with { Src = AnyPage.On(picture.Src, paths) };
    }
}

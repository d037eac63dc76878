using System.Security.Cryptography;
using System.Text;
using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Furniture;
using Glassy.Html;
using Glassy.Links;
using Glassy.Navigation;
using Glassy.Pages;
using Glassy.Rendering;
using Glassy.Sources;
using Glassy.Theme;

namespace Glassy.Building;

/// <summary>Reads what stands around every page: navbar, footer, announcement, icons, and the addresses that lead on.</summary>
internal sealed class FurnitureReader
{
    private readonly SiteParts _parts;
    private readonly SiteTexts _texts;
    private readonly LinkResolver _resolver;
    private readonly MarkdownRenderer _renderer;
    private readonly SiteConfig _site;
    private readonly SiteMap _map;
    private readonly FurnitureLinks _links;
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<RenderedPage> _rendered = [];

    /// <param name="parts">Which project, and its configuration.</param>
    /// <param name="texts">What its author wrote.</param>
    /// <param name="map">The site's pages.</param>
    /// <param name="resolver">Where addresses lead.</param>
    /// <param name="renderer">Renders the announcement and the copyright.</param>
    public FurnitureReader(SiteParts parts, SiteTexts texts, SiteMap map, LinkResolver resolver, MarkdownRenderer renderer)
    {
        (_parts, _texts, _site, _map, _resolver, _renderer) = (parts, texts, parts.Config.Site, map, resolver, renderer);
        _links = new FurnitureLinks(map, resolver, _site, _diagnostics);
    }

    /// <summary>Everything, with its mistakes, and the texts in it whose links to anchors are to be checked.</summary>
    public (SiteFurniture Furniture, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<RenderedPage> Texts) Read()
    {
        var navbar = _texts.Parse(NavbarFile.Name, text => NavbarFile.Parse(text, _diagnostics)) ?? [];
        var footer = _texts.Parse(FooterFile.Name, text => FooterFile.Parse(text, _diagnostics));
        var furniture = new SiteFurniture
        {
            Navbar = _links.Place(navbar, NavbarFile.Name),
            Footer = [.. (footer?.Columns ?? []).Select(column => (column.Title, _links.Place(column.Links, FooterFile.Name)))],
            Copyright = footer?.Copyright is { } copyright
                ? Inline(copyright.Value, new ConfigPlace(FooterFile.Name, copyright.Position.Line, copyright.Position.Column))
                : null,
            Announcement = _site.Announcement is { Length: > 0 } text ? AnnouncementOf(text) : null,
            Favicon = Picture("site.favicon", _site.Favicon),
            Logo = Picture("site.logo", _site.Logo),
            LogoDark = Picture("site.logoDark", _site.LogoDark),
            Redirects = RedirectsOf(_texts.Parse(RedirectsFile.Name, text => RedirectsFile.Parse(text, _diagnostics)) ?? []),
        };
        _rendered.Add(new RenderedPage(FurnitureLinks.Everywhere("", ""), PageMarkup.Empty, [], []) { AnchorLinks = _links.AnchorLinks });
        return (furniture, _diagnostics, _rendered);
    }

    private Announcement AnnouncementOf(string text)
    {
        var html = Inline(text, _parts.Config.PlaceOf("site.announcement"));
        return new Announcement(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html.Value)))[..8], html);
    }

    /// <summary>A line of Markdown without the paragraph around it; its mistakes are reported where its value begins.</summary>
    private RawHtml Inline(string markdown, ConfigPlace place)
    {
        var rendered = _renderer.Render(FurnitureLinks.Everywhere(place.File, markdown), AnyPage.Paths(_site.LinksToFiles));
        _diagnostics.AddRange(rendered.Diagnostics.Select(mistake => mistake with { Line = place.Line, Column = place.Column }));
        _rendered.Add(rendered with
        {
            AnchorLinks = [.. rendered.AnchorLinks.Select(link => link with { Position = new SourcePosition(place.Line, place.Column) })],
        });
        var html = rendered.Html.Value.Trim();
        const string Open = "<p>", Close = "</p>";
        return new RawHtml(html.StartsWith(Open, StringComparison.Ordinal)
            && html.IndexOf(Close, StringComparison.Ordinal) == html.Length - Close.Length
            ? html[Open.Length..^Close.Length]
            : html);
    }

    private BrandPicture? Picture(string key, string? path)
    {
        if (path is null)
        {
            return null;
        }

        var everywhere = FurnitureLinks.Everywhere(key, "");
        var paths = AnyPage.Paths(_site.LinksToFiles);
        if (_resolver.ResolvePicture(path, everywhere, paths) is { } found)
        {
            var size = found.Picture?.Size;
            var src = found.Picture?.KeptPath is { } kept ? Permalink.Encode(paths.To(kept)) + found.Suffix : found.Src;
            return new BrandPicture(src, MediaTypeOf(src.Split('?', '#')[0]), size?.Width, size?.Height);
        }

        if (_site.OnBrokenImages is { } severity)
        {
            var place = _parts.Config.PlaceOf(key);
            _diagnostics.Add(new Diagnostic(
                severity,
                $"`{key}`: the picture `{path}` is not there: neither static/ nor input/ has it{_resolver.SuggestFile(path, everywhere)}",
                place.File,
                place.Line,
                place.Column));
        }

        return null;
    }

    private static string? MediaTypeOf(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".ico" => "image/x-icon",
        ".webp" => "image/webp",
        ".gif" => "image/gif",
        ".jpg" or ".jpeg" => "image/jpeg",
        _ => null,
    };

    private List<RedirectPage> RedirectsOf(IReadOnlyList<WrittenRedirect> written)
    {
        var taken = _map.Pages.Select(page => (page.Route.File, By: page.Source.File))
            .Concat(_map.Made.Select(page => (page.Route.File, By: $"the site's own page {page.Route.Permalink}")))
            .DistinctBy(page => page.File, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(page => page.File, page => page.By, StringComparer.OrdinalIgnoreCase);
        var redirects = new List<RedirectPage>();
        foreach (var redirect in written)
        {
            var route = Route.Of(Uri.UnescapeDataString(redirect.From), _site.TrailingSlash);
            var by = _parts.Files.Contains(route.File) ? $"the file {route.File}" : null;
            if (by is not null || !taken.TryAdd(
                route.File, $"another redirect, at {RedirectsFile.Name}:{redirect.Position.Line}:{redirect.Position.Column}"))
            {
                Report(redirect, $"the redirect from `{redirect.From}` stands where {by ?? taken[route.File]} is; take one of them away");
                continue;
            }

            var (href, target, error) = _links.Follow(redirect.To, RedirectsFile.Name, redirect.Position);
            if (error is not null)
            {
                Report(redirect, $"the redirect from `{redirect.From}`: {error}");
                continue;
            }

            redirects.Add(new RedirectPage { Route = route, Title = _links.TitleOf(target) ?? redirect.To, Href = href, Target = target });
        }

        return redirects;
    }

    private void Report(WrittenRedirect redirect, string message) =>
        _diagnostics.Add(Diagnostic.Error(message, RedirectsFile.Name, redirect.Position.Line, redirect.Position.Column));
}

using Glassy.Configuration;
using Glassy.Content;
using Glassy.Runs;
using Glassy.Theme;

namespace Glassy.Pipelines;

/// <summary>What layouts see of the site, from where a page is.</summary>
internal sealed class PageModels(BuildSettings build, SiteMap map, Run run)
{
    private static readonly string Generator = $"Glassy {typeof(PageModels).Assembly.GetName().Version?.ToString(3)}";

    public SiteMap Map => map;

    /// <summary>The site's address with its base path, without trailing <c>/</c>; null when not configured.</summary>
    public string? SiteUrl => build.Config.Site.Url is { } url ? (url + build.Config.Site.BasePath).TrimEnd('/') : null;

    /// <summary>Addresses relative to a page.</summary>
    public SitePath PathsFrom(Route route) => new(route.Address, build.Config.Site.LinkStyle == LinkStyle.File);

    /// <summary>Addresses that work at any depth, for a page that a server shows in place of others.</summary>
    /// <param name="file">The page's file.</param>
    public SitePath PathsFromAnywhere(string file) => PathsFrom(Route.Of("/" + file, default)) with { AbsoluteRoot = build.Config.Site.BasePath };

    /// <summary>A page that an author wrote, without its content.</summary>
    public PageModel Of(Page page)
    {
        var paths = PathsFrom(page.Route);
        return Of(page.Title, page.Route, paths, map.NavigationOf(page, paths)) with
        {
            Description = page.Description,
            Keywords = page.Source.FrontMatter.Keywords,
            Image = PreviewOf(page.Source.FrontMatter.Image, page.Source.InputPath),
            Tags = TagsFrom(map.Tags.Of(page), paths),
            Unlisted = page.Source.FrontMatter.Unlisted,
            NoIndex = page.Source.FrontMatter.Unlisted,
        };
    }

    /// <summary>A category's index.</summary>
    public PageModel Of(GeneratedIndex index)
    {
        var paths = PathsFrom(index.Route);
        return Of(index.Title, index.Route, paths, map.NavigationOf(index, paths)) with
        {
            Description = index.Description,
            Cards = map.CardsOf(index, paths),
        };
    }

    /// <summary>A page that is in no sidebar.</summary>
    /// <param name="title">Without the site's.</param>
    /// <param name="route">Where it is.</param>
    /// <param name="paths">Addresses from there.</param>
    public PageModel Of(string title, Route route, SitePath paths) =>
        Of(title, route, paths, new PageNavigation(map.SidebarFrom(paths), [], null, null));

    public static IReadOnlyList<TagLink> TagsFrom(IEnumerable<Tag> tags, SitePath paths) =>
        [.. tags.Select(tag => new TagLink(tag.Label, tag.Route.HrefFrom(paths), tag.Pages.Count))];

    private PageModel Of(string title, Route route, SitePath paths, PageNavigation navigation) => new()
    {
        Site = SiteFrom(paths),
        Title = title,
        Description = "",
        Permalink = route.EncodedPermalink,
        Root = paths.Root,
        Content = RawHtml.Empty,
        Toc = [],
        Sidebar = navigation.Sidebar,
        Breadcrumbs = navigation.Breadcrumbs,
        StructuredData = SiteUrl is { } url && navigation.Breadcrumbs.Count > 0
            ? StructuredDataJson.Breadcrumbs(navigation.Breadcrumbs, title, new Uri(url + route.Address), route.AbsoluteFrom(url))
            : null,
        Previous = navigation.Previous,
        Next = navigation.Next,
        Run = run,
    };

    /// <summary>Previews are shown by other sites, so a picture's address is whole or not known.</summary>
    private string? PreviewOf(string? image, string inputPath)
    {
        if (image is null || LinkResolver.IsExternal(image))
        {
            return image;
        }

        return SiteUrl is { } url ? new Uri(new Uri($"{url}/{inputPath}"), image.StartsWith('/') ? url + image : image).AbsoluteUri : null;
    }

    private SiteModel SiteFrom(SitePath paths)
    {
        var site = build.Config.Site;
        return new SiteModel(site.Title, site.Tagline, SiteUrl, site.Repository, map.First?.HrefFrom(paths) ?? paths.Root, Generator)
        {
            PageFile = site.PageFile,
            HasSearch = site.Search,
        };
    }
}

using Glassy.Configuration;
using Glassy.Execution;
using Glassy.Furniture;
using Glassy.Links;
using Glassy.Navigation;
using Glassy.Pages;
using Glassy.Rendering;
using Glassy.Runs;
using Glassy.Sources;
using Glassy.Theme;

namespace Glassy.Made;

/// <summary>What layouts see of the site, from where a page is.</summary>
internal sealed class PageModels(SiteConfig config, ProjectFolder project, SiteMap map, Run run, SiteFurniture furniture, PageUpdates updates)
{
    private static readonly string Generator = $"Glassy {typeof(PageModels).Assembly.GetName().Version?.ToString(3)}";

    private readonly bool _hasOwnStyle = File.Exists(project.Absolute("site/assets/css/custom.css"));

    public ProjectFolder Project => project;

    public SiteMap Map => map;

    public SiteFurniture Furniture => furniture;

    public PageUpdates Updates => updates;

    /// <summary>The site's address with its base path, without trailing <c>/</c>; null when not configured.</summary>
    public string? SiteUrl => config.Address;

    /// <summary>Addresses relative to a page.</summary>
    public SitePath PathsFrom(Route route) => new(route.Address, config.LinksToFiles);

    /// <summary>Addresses that work at any depth, for a page that a server shows in place of others.</summary>
    /// <param name="file">The page's file.</param>
    public SitePath PathsFromAnywhere(string file) => PathsFrom(Route.Of("/" + file, default)) with { AbsoluteRoot = config.BasePath };

    /// <summary>A page that an author wrote, without its content.</summary>
    public PageModel Of(Page page)
    {
        var paths = PathsFrom(page.Route);
        return Of(page.Title, page.Route, paths, map.NavigationOf(page, paths), map.SidebarNameOf(page)) with
        {
            Card = CardOf(page.Route),
            Markdown = page.Route.MarkdownHref,
            EditUrl = page.Source.FrontMatter.CustomEditUrl is { } own ? own.Value : EditUrlOf(page.Source.File),
            LastUpdate = updates.ShownOf(page),
            Description = page.Description,
            Keywords = page.Source.FrontMatter.Keywords,
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
            Markdown = index.Route.MarkdownHref,
            Description = index.Description,
            Keywords = index.Keywords,
            Image = PreviewOf(index.Image is { } image && !LinkResolver.IsExternal(image) ? "/" + image.TrimStart('/') : index.Image),
            Card = CardOf(index.Route),
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

    /// <summary>A preview's address. Other sites show it, so it is whole or not known.</summary>
    /// <param name="image">Of <see cref="RenderedPage.Image"/>.</param>
    public string? PreviewOf(string? image) =>
        image is null || LinkResolver.IsExternal(image) ? image
        : SiteUrl is { } url ? url + image
        : null;

    private string? CardOf(Route route) => config.HasCards ? PreviewOf("/" + Permalink.Encode(route.CardFile)) : null;

    private PageModel Of(string title, Route route, SitePath paths, PageNavigation navigation, string? sidebar = null) => new()
    {
        Site = furniture.Around(SiteFrom(paths), route.Permalink, sidebar, paths),
        Title = title,
        Description = "",
        Permalink = route.EncodedPermalink,
        Root = paths.Root,
        Content = RawHtml.Empty,
        Toc = [],
        Sidebar = navigation.Sidebar,
        Breadcrumbs = navigation.Breadcrumbs,
        Crumb = navigation.Label ?? title,
        StructuredData = SiteUrl is { } url && navigation.Breadcrumbs.Count > 0
            ? StructuredDataJson.Breadcrumbs(navigation.Breadcrumbs, navigation.Label ?? title, new Uri(url + route.Address), route.AbsoluteFrom(url))
            : null,
        Previous = navigation.Previous,
        Next = navigation.Next,
        Run = run,
    };

    /// <summary>Where a file of the project is edited; null when that is not known, or the file is no part of the project.</summary>
    private string? EditUrlOf(string file) =>
        Path.IsPathRooted(file) || config.EditFolder is not { } folder ? null : $"{folder}/{Permalink.Encode(file)}";

    private SiteModel SiteFrom(SitePath paths)
    {
        var site = config;
        return new SiteModel(site.Title, site.Tagline, SiteUrl, site.Repository, map.First?.HrefFrom(paths) ?? paths.Root, Generator)
        {
            PageFile = site.PageFile,
            HasSearch = site.Search,
            HasOwnStyle = _hasOwnStyle,
        };
    }
}

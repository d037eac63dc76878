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
using Glassy.Wording;

namespace Glassy.Made;

/// <summary>What layouts see of the site, from where a page is.</summary>
internal sealed class PageModels(
    SiteConfig config,
    ProjectFolder project,
    SiteMap map,
    Run? run,
    SiteFurniture furniture,
    PageUpdates updates,
    Words words)
{
    private static readonly string Generator = $"Glassy {typeof(PageModels).Assembly.GetName().Version?.ToString(3)}";

    private readonly bool _hasOwnStyle = File.Exists(project.Absolute("site/assets/css/custom.css"));

    /// <summary>Where the page of methods and checks is; null on a site without it.</summary>
    public Route? Methods { get; init; }

    public ProjectFolder Project => project;

    public Words Words => words;

    public SiteMap Map => map;

    public SiteFurniture Furniture => furniture;

    public PageUpdates Updates => updates;

    /// <summary>The site's address with its base path, without trailing <c>/</c>; null when not configured.</summary>
    public string? SiteUrl => config.Address;

    /// <summary>Addresses relative to a page, but for one that a server shows in place of others: those work at any depth.</summary>
    public SitePath PathsFrom(SitePage page) =>
        new(page.Route.Address, config.LinksToFiles, page is NotFoundPage ? config.BasePath : null);

    /// <summary>A page of any kind; what its author wrote, and what is drawn of a picture, is still to be put into it.</summary>
    public PageModel Of(SitePage page)
    {
        var paths = PathsFrom(page);
        var model = Around(page, paths);
        return page switch
        {
            Page written => model with
            {
                Card = CardOf(page.Route),
                Markdown = page.Route.MarkdownHref,
                EditUrl = written.Source.FrontMatter.CustomEditUrl is { } own ? own.Value : EditUrlOf(written.Source.File),
                LastUpdate = updates.ShownOf(written),
                Tags = TagsFrom(map.Tags.Of(written), paths),
                Unlisted = !page.IsListed,
                NoIndex = !page.IsListed,
            },
            CategoryPage { Link.Image: var image } => model with
            {
                Markdown = page.Route.MarkdownHref,
                Image = PreviewOf(image is not null && !LinkResolver.IsExternal(image) ? "/" + image.TrimStart('/') : image),
                Card = CardOf(page.Route),
                Cards = map.CardsOf(page, paths),
            },
            TagPage => model with
            {
                Markdown = page.Route.MarkdownHref,
                Breadcrumbs = [LinkTo(map.Tags.All, paths)],
                Cards = map.CardsOf(page, paths),
            },
            TagsPage tags => model with { Markdown = page.Route.MarkdownHref, Tags = TagsFrom(tags.Tags, paths) },
            PicturePage picture => model with
            {
                Breadcrumbs = [LinkTo(picture.Explorer, paths)],
                Crumb = words.Of("picture.crumb", ("index", picture.Picture.Index)),
                Previous = picture.Previous is { } previous ? LinkTo(previous, paths) : null,
                Next = picture.Next is { } next ? LinkTo(next, paths) : null,
            },
            RunPage run =>
                model with { Breadcrumbs = [LinkTo(run.Table, paths)], Content = run.Report.Html, Toc = run.Report.Toc, OtherRun = run.Id },
            MethodsPage methods => model with { Content = methods.Report.Html, Toc = methods.Report.Toc },
            RedirectPage redirect => Leading(model, AnyPage.On(redirect.Href, paths), FileOf(redirect, paths), CanonicalOf(redirect)),
            FrontPage front => Leading(model, model.Site.Home, front.First?.HrefFrom(paths with { ToFiles = true }), canonical: null),
            NotFoundPage => model with
            {
                Content = new RawHtml($"<h1>{StrictText.Escape(page.Title)}</h1>\n<p>{StrictText.Escape(words["not_found.text"])}</p>"),
                NoIndex = true,
            },
            _ => throw new ArgumentException($"{page.GetType().Name} is no kind of page that has a model", nameof(page)),
        };
    }

    /// <summary>A page that only leads on.</summary>
    private static PageModel Leading(PageModel model, string href, string? file, string? canonical) => model with
    {
        Target = new PageLink(model.Title, href),
        TargetFile = file,
        Canonical = canonical ?? href,
        NoIndex = true,
    };

    private static string? FileOf(RedirectPage redirect, SitePath paths)
    {
        var rest = redirect.Href.AsSpan().IndexOfAny('?', '#');
        return redirect.Target is { } page ? page.HrefFrom(paths with { ToFiles = true }) + (rest < 0 ? "" : redirect.Href[rest..]) : null;
    }

    /// <summary>The target's address with scheme and host; null when the site's is not known.</summary>
    private string? CanonicalOf(RedirectPage redirect) =>
        SiteUrl is not { } url || AnyPage.BelowRoot(redirect.Href) is not { } file ? null
        : redirect.Target?.AbsoluteFrom(url) ?? $"{url}/{file}";

    private static PageLink LinkTo(SitePage page, SitePath paths) => new(page.Title, page.Route.HrefFrom(paths));

    private static IReadOnlyList<TagLink> TagsFrom(IEnumerable<TagPage> tags, SitePath paths) =>
        [.. tags.Select(tag => new TagLink(tag.Title, tag.Route.HrefFrom(paths), tag.Pages.Count))];

    /// <summary>A preview's address. Other sites show it, so it is whole or not known.</summary>
    /// <param name="image">Of <see cref="RenderedPage.Image"/>.</param>
    public string? PreviewOf(string? image) =>
        image is null || LinkResolver.IsExternal(image) ? image
        : SiteUrl is { } url ? url + image
        : null;

    private string? CardOf(Route route) => config.HasCards ? PreviewOf("/" + Permalink.Encode(route.CardFile)) : null;

    /// <summary>What pages of all kinds show.</summary>
    private PageModel Around(SitePage page, SitePath paths)
    {
        var (route, navigation) = (page.Route, map.NavigationOf(page, paths));
        return new PageModel
        {
            Site = furniture.Around(SiteFrom(paths), route.Permalink, page is Page written ? map.SidebarNameOf(written) : null, paths),
            Title = page.Title,
            Description = page.Description,
            Keywords = page.Keywords,
            Permalink = route.EncodedPermalink,
            Root = paths.Root,
            Content = RawHtml.Empty,
            Toc = [],
            Sidebar = navigation.Sidebar,
            Breadcrumbs = navigation.Breadcrumbs,
            Crumb = navigation.Label ?? page.Title,
            StructuredData = SiteUrl is { } url && navigation.Breadcrumbs.Count > 0
                ? StructuredDataJson.Breadcrumbs(
                    navigation.Breadcrumbs, navigation.Label ?? page.Title, new Uri(url + route.Address), route.AbsoluteFrom(url))
                : null,
            Previous = navigation.Previous,
            Next = navigation.Next,
            Run = run,
        };
    }

    /// <summary>Where a file of the project is edited; null when that is not known, or the file is no part of the project.</summary>
    private string? EditUrlOf(string file) =>
        Path.IsPathRooted(file) || config.EditFolder is not { } folder ? null : $"{folder}/{Permalink.Encode(file)}";

    private SiteModel SiteFrom(SitePath paths)
    {
        var site = config;
        return new SiteModel(site.Title, site.Tagline, SiteUrl, site.Repository, map.First?.HrefFrom(paths) ?? paths.Root, Generator)
        {
            PageFile = site.PageFile,
            Methods = Methods?.HrefFrom(paths),
            HasSearch = site.Search,
            HasOwnStyle = _hasOwnStyle,
            Language = words.Language,
            Direction = words.Direction,
        };
    }
}

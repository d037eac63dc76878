using Glassy.Execution;
using Glassy.Navigation;
using Glassy.Outputs.Plain;
using Glassy.Pages;
using Glassy.Rendering;
using Glassy.Theme;

namespace Glassy.Pipelines;

/// <summary>Every page as Markdown, and <c>llms.txt</c>. An author's own file at the same place wins.</summary>
internal sealed class WritePlain(BuildSettings build) : IModule
{
    private const string ListFile = "llms.txt";

    private readonly string? _siteUrl = build.Config.Site.Address;

    public async Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
    {
        var site = context.Outputs.Of<RenderedSite>();
        var map = site.Map;
        var written = await site.Pages.SelectParallelAsync(PageOf, context.CancellationToken).ConfigureAwait(false);
        var taken = context.Outputs.FromPipeline(nameof(AssetsPipeline)).Select(document => document.Destination).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. written.Concat(map.Made.Select(page => ListPage(page, map))).Append(File(ListFile, ListOf(map)))
                .DistinctBy(document => document.Destination) // a page of the author's own stands in place of a made one
                .Where(document => !taken.Contains(document.Destination)),
        ];
    }

    private Document PageOf(RenderedPage rendered) =>
        File(rendered.Page.Route.MarkdownFile, MarkdownPage.Write(rendered.Page.Title, rendered.Markup, LinksOf(rendered.Page.Route)));

    /// <summary>A page that lists others.</summary>
    private Document ListPage(SitePage page, SiteMap map)
    {
        var cards = map.CardsOf(page, new SitePath(page.Route.Address, build.Config.Site.LinksToFiles));
        return File(page.Route.MarkdownFile, MarkdownPage.Write(page.Title, page.Description, cards, LinksOf(page.Route)));
    }

    /// <summary>All that readers find in sidebars, then what else is listed.</summary>
    private string ListOf(SiteMap map)
    {
        var pages = map.ReadingOrder
            .Concat(map.Pages.Select(page => (Category: "", Page: (SitePage)page)))
            .DistinctBy(entry => entry.Page, ReferenceEqualityComparer.Instance)
            .Where(entry => entry.Page.IsListed)
            .Select(entry => new ListedPage(entry.Category, entry.Page.Title, HrefOf(entry.Page.Route), entry.Page.Description));
        return PageList.Write(build.Config.Site.Title, build.Config.Site.Tagline, pages);
    }

    private string HrefOf(Route route) => $"{_siteUrl ?? "."}/{Permalink.Encode(route.MarkdownFile)}";

    private MarkdownLinks LinksOf(Route route) => _siteUrl is null
        ? new MarkdownLinks(Permalink.Encode(Path.GetFileName(route.File)), Base: null)
        : new MarkdownLinks(route.AbsoluteFrom(_siteUrl), new Uri(_siteUrl + route.Address));

    private static Document File(string path, string text) => new Document { Destination = path }.WithText(text);
}

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
            .. written.Concat(Lists(map)).Append(File(ListFile, ListOf(map)))
                .DistinctBy(document => document.Destination) // a page of the author's own stands in place of a made one
                .Where(document => !taken.Contains(document.Destination)),
        ];
    }

    private Document PageOf(RenderedPage rendered) =>
        File(rendered.Page.Route.MarkdownFile, MarkdownPage.Write(rendered.Page.Title, rendered.Html.Value, LinksOf(rendered.Page.Route)));

    /// <summary>The pages that list others.</summary>
    private IEnumerable<Document> Lists(SiteMap map)
    {
        foreach (var index in map.Indexes)
        {
            yield return ListPage(index.Route, index.Title, index.Description, paths => map.CardsOf(index, paths));
        }

        foreach (var tag in map.Tags.Tags)
        {
            yield return ListPage(tag.Route, tag.Label, tag.Description, paths => tag.Pages.Select(page => new PageCard(page.Title, page.HrefFrom(paths), page.Description)));
        }

        if (map.Tags.Tags.Count > 0)
        {
            yield return ListPage(map.Tags.Route, "Tags", "", paths => map.Tags.Tags.Select(tag => new PageCard(tag.Label, tag.Route.HrefFrom(paths), tag.Description)));
        }
    }

    private Document ListPage(Route route, string title, string description, Func<SitePath, IEnumerable<PageCard>> cards) => File(
        route.MarkdownFile,
        MarkdownPage.Write(title, description, cards(new SitePath(route.Address, build.Config.Site.LinksToFiles)), LinksOf(route)));

    /// <summary>All that readers find in sidebars, then what else is listed.</summary>
    private string ListOf(SiteMap map)
    {
        var pages = map.ReadingOrder
            .Concat(map.Pages.Select(page => (Category: "", Target: (object)page)))
            .DistinctBy(entry => entry.Target, ReferenceEqualityComparer.Instance)
            .Select(entry => entry.Target switch
            {
                Page { Source.FrontMatter.Unlisted: false } page => new ListedPage(entry.Category, page.Title, HrefOf(page.Route), page.Description),
                GeneratedIndex index => new ListedPage(entry.Category, index.Title, HrefOf(index.Route), index.Description),
                _ => null,
            })
            .OfType<ListedPage>();
        return PageList.Write(build.Config.Site.Title, build.Config.Site.Tagline, pages);
    }

    private string HrefOf(Route route) => $"{_siteUrl ?? "."}/{Permalink.Encode(route.MarkdownFile)}";

    private MarkdownLinks LinksOf(Route route) => _siteUrl is null
        ? new MarkdownLinks(Permalink.Encode(Path.GetFileName(route.File)), Base: null)
        : new MarkdownLinks(route.AbsoluteFrom(_siteUrl), new Uri(_siteUrl + route.Address));

    private static Document File(string path, string text) => new Document { Destination = path }.WithText(text);
}

using Glassy.Execution;
using Glassy.Navigation;
using Glassy.Outputs.Search;
using Glassy.Pages;
using Glassy.Rendering;
using Glassy.Theme;

namespace Glassy.Pipelines;

/// <summary>The rendered pages, and those made for categories, as files for the browser. Unlisted pages are not found.</summary>
internal sealed class BuildSearchIndex(BuildSettings build) : IModule
{
    private readonly SitePath _root = new("/", build.Config.Site.LinksToFiles);

    public async Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
    {
        var site = context.Outputs.Of<RenderedSite>();
        var map = site.Map;
        var listed = site.Pages.Where(rendered => !rendered.Page.Source.FrontMatter.Unlisted).ToList();
        var pages = await listed.SelectParallelAsync(rendered => PageOf(rendered, map), context.CancellationToken).ConfigureAwait(false);
        return
        [
            .. SearchIndex.Build([.. pages, .. map.Indexes.Select(index => PageOf(index, map))], build.Config.Site.PageFile)
                .Select(file => new Document { Destination = file.Key, Content = file.Value }),
        ];
    }

    private SearchPage PageOf(RenderedPage rendered, SiteMap map)
    {
        var page = rendered.Page;
        return new SearchPage(
            page.Title, HrefOf(page.Route), map.TrailOf(page), page.Source.FrontMatter.Keywords, SectionReader.Read(rendered.Html.Value, page.Title));
    }

    private SearchPage PageOf(GeneratedIndex index, SiteMap map) =>
        new(index.Title, HrefOf(index.Route), map.TrailOf(index), index.Keywords, [new SearchSection("", "", index.Description)]);

    private string HrefOf(Route route) => route.HrefFrom(_root)[_root.Root.Length..];
}

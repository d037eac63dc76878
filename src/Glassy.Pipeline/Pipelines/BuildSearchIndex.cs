using Glassy.Execution;
using Glassy.Navigation;
using Glassy.Outputs.Search;
using Glassy.Pages;
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
        var listed = site.Pages.Where(rendered => rendered.Page.IsListed).ToList();
        var pages = await listed.SelectParallelAsync(rendered => PageOf(rendered.Page, map, SectionReader.Read(rendered.Markup, rendered.Page.Title)), context.CancellationToken).ConfigureAwait(false);
        return
        [
            .. SearchIndex.Build([.. pages, .. map.Categories.Select(category => PageOf(category, map, [new SearchSection("", "", category.Description)]))], build.Config.Site.PageFile)
                .Select(file => new Document { Destination = file.Key, Content = file.Value }),
        ];
    }

    private SearchPage PageOf(SitePage page, SiteMap map, IReadOnlyList<SearchSection> sections) =>
        new(page.Title, HrefOf(page.Route), map.TrailOf(page), page.Keywords, sections);

    private string HrefOf(Route route) => route.HrefFrom(_root)[_root.Root.Length..];
}

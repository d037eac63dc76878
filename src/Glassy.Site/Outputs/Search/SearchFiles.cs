using Glassy.Configuration;
using Glassy.Execution;
using Glassy.Navigation;
using Glassy.Pages;
using Glassy.Rendering;
using Glassy.Theme;

namespace Glassy.Outputs.Search;

/// <summary>
/// The rendered pages, and those made for categories, as files for the browser. Unlisted pages are not found. Pages are in the order in
/// which one reads them, which decides between those that fit a query alike.
/// </summary>
public static class SearchFiles
{
    /// <param name="map">Where the pages are.</param>
    /// <param name="pages">The author's pages.</param>
    /// <param name="config">How the site is built.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    public static async Task<IReadOnlyList<Document>> MakeAsync(
        SiteMap map, IReadOnlyList<RenderedPage> pages, SiteConfig config, CancellationToken cancellationToken)
    {
        var paths = new SitePath("/", config.LinksToFiles);
        var places = new Dictionary<SitePage, int>(ReferenceEqualityComparer.Instance);
        foreach (var (_, page) in map.ReadingOrder)
        {
            places.TryAdd(page, places.Count);
        }

        var listed = pages
            .Where(rendered => rendered.Page.IsListed)
            .OrderBy(rendered => places.GetValueOrDefault(rendered.Page, int.MaxValue))
            .ToList();
        var read = await listed.SelectParallelAsync(
            rendered => PageOf(rendered.Page, SectionReader.Read(rendered.Markup, rendered.Page.Title)), cancellationToken).ConfigureAwait(
                false);
        var categories = map.Categories.Select(category => PageOf(category, [new SearchSection("", "", category.Description)]));
        return [.. SearchIndex.Build([.. read, .. categories], config.PageFile)
            .Select(file => new Document { Destination = file.Key, Content = file.Value })];

        SearchPage PageOf(SitePage page, IReadOnlyList<SearchSection> sections) =>
            new(page.Title, page.Route.HrefFrom(paths)[paths.Root.Length..], map.TrailOf(page), page.Keywords, sections);
    }
}

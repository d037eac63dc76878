using Glassy.Configuration;
using Glassy.Execution;
using Glassy.Navigation;
using Glassy.Pages;
using Glassy.Rendering;
using Glassy.Theme;
using Glassy.Wording;

namespace Glassy.Outputs.Plain;

/// <summary>Every page as Markdown, and <c>llms.txt</c>. An author's own file at the same place wins.</summary>
public sealed class PlainFiles
{
    private const string ListFile = "llms.txt";

    private readonly SiteMap _map;
    private readonly SiteConfig _config;
    private readonly Words _words;

    private PlainFiles(SiteMap map, SiteConfig config, Words words) => (_map, _config, _words) = (map, config, words);

    /// <param name="map">Where the pages are.</param>
    /// <param name="pages">The author's pages.</param>
    /// <param name="config">How the site is built.</param>
    /// <param name="words">What stands in place of pictures.</param>
    /// <param name="taken">Files of the author's own, from the output folder.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    public static async Task<IReadOnlyList<Document>> WriteAsync(
        SiteMap map,
        IReadOnlyList<RenderedPage> pages,
        SiteConfig config,
        Words words,
        IReadOnlySet<string> taken,
        CancellationToken cancellationToken)
    {
        var files = new PlainFiles(map, config, words);
        var written = await pages.SelectParallelAsync(files.PageOf, cancellationToken).ConfigureAwait(false);
        return
        [
            .. written.Concat(map.Made.Select(files.ListPage)).Append(File(ListFile, files.ListOf()))
                .DistinctBy(document => document.Destination) // a page of the author's own stands in place of a made one
                .Where(document => !taken.Contains(document.Destination!)), // they have one
        ];
    }

    private Document PageOf(RenderedPage rendered) =>
        File(rendered.Page.Route.MarkdownFile, MarkdownPage.Write(rendered.Page.Title, rendered.Markup, LinksOf(rendered.Page.Route)));

    /// <summary>A page that lists others.</summary>
    private Document ListPage(SitePage page)
    {
        var cards = _map.CardsOf(page, new SitePath(page.Route.Address, _config.LinksToFiles));
        return File(page.Route.MarkdownFile, MarkdownPage.Write(page.Title, page.Description, cards, LinksOf(page.Route)));
    }

    /// <summary>All that readers find in sidebars, then what else is listed.</summary>
    private string ListOf()
    {
        var pages = _map.ReadingOrder
            .Concat(_map.Pages.Select(page => (Category: "", Page: (SitePage)page)))
            .DistinctBy(entry => entry.Page, ReferenceEqualityComparer.Instance)
            .Where(entry => entry.Page.IsListed)
            .Select(entry => new ListedPage(entry.Category, entry.Page.Title, HrefOf(entry.Page.Route), entry.Page.Description));
        return PageList.Write(_config.Title, _config.Tagline, pages, _words);
    }

    private string HrefOf(Route route) => $"{_config.Address ?? "."}/{Permalink.Encode(route.MarkdownFile)}";

    private MarkdownLinks LinksOf(Route route) => _config.Address is not { } address
        ? new MarkdownLinks(Permalink.Encode(Path.GetFileName(route.File)), Base: null) { Words = _words }
        : new MarkdownLinks(route.AbsoluteFrom(address), new Uri(address + route.Address)) { Words = _words };

    private static Document File(string path, string text) => new Document { Destination = path }.WithText(text);
}

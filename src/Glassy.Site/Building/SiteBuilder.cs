using System.Collections.Concurrent;
using Glassy.Components.Binding;
using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Links;
using Glassy.Made;
using Glassy.Navigation;
using Glassy.Outputs.Cards;
using Glassy.Outputs.Plain;
using Glassy.Outputs.Search;
using Glassy.Pages;
using Glassy.Progress;
using Glassy.Reading;
using Glassy.Rendering;

namespace Glassy.Building;

/// <summary>A folder of texts in, pages out, in memory: what the pipelines, the preview and tests share.</summary>
public sealed class SiteBuilder(SiteParts parts)
{
    private SiteConfig Config => parts.Config.Site;

    /// <summary>With what it builds.</summary>
    public SiteParts Parts => parts;

    /// <summary>Reads pages.</summary>
    internal PageReader Reader { get; } = new(parts.Config.Site, parts.Tokens);

    /// <summary>The whole site but for the files that it only copies.</summary>
    public async Task<BuiltSite> BuildAsync(SiteTexts texts, CancellationToken cancellationToken)
    {
        var site = await RenderAsync(texts, NoProgress.Instance, cancellationToken).ConfigureAwait(false);
        var taken = parts.Files.Files.Keys.ToHashSet(StringComparer.Ordinal);
        var laidOut = await LayOutAsync(site, evidence: null, taken, cancellationToken).ConfigureAwait(false);
        var search = Config.Search
            ? await SearchFiles.MakeAsync(site.Map, site.Pages, Config, cancellationToken).ConfigureAwait(false)
            : [];
        var plain = await PlainFiles.WriteAsync(site.Map, site.Pages, Config, parts.Shown.Words, taken, cancellationToken)
            .ConfigureAwait(false);
        var (cards, unwritable) = Config.HasCards
            ? await CardFiles.DrawAsync(site.Map, site.Pages, Config, parts.Shown.Run, parts.Shown.Words, taken, cancellationToken)
                .ConfigureAwait(false)
            : ([], []);
        return new BuiltSite(
            [.. laidOut.Documents, .. parts.Publisher.Documents, .. search, .. plain, .. cards],
            [.. site.Diagnostics, .. laidOut.Diagnostics, .. unwritable]);
    }

    /// <summary>Renders all pages, and what stands around them.</summary>
    public async Task<RenderedSite> RenderAsync(SiteTexts texts, IProgressSink progress, CancellationToken cancellationToken)
    {
        var asking = PageUpdates.FindAsync(parts.Config, parts.Project, parts.Input, cancellationToken); // git works meanwhile
        var (content, mistakes) = await SiteContent.ReadAsync(texts, Reader, Config, parts.Shown.Words, cancellationToken)
            .ConfigureAwait(false);
        var map = content.MapOf(mistakes);
        mistakes.AddRange(mistakes.Count == 0 && map.Pages.Count == 0 ? [SiteTexts.WithoutPages(parts.Input, parts.Project)] : []);
        var renderer = RendererOf(content, map, cancellationToken);
        var drafts = await DraftAsync(map.Pages, renderer, progress, cancellationToken).ConfigureAwait(false);
        var furniture = new FurnitureReader(parts, texts, map, LinksOf(map), renderer).Read();
        if (await parts.Publisher.ScaleAsync(progress, cancellationToken).ConfigureAwait(false))
        {
            furniture = new FurnitureReader(parts, texts, map, LinksOf(map), renderer).Read();
        }

        var pages = await drafts.SelectParallelAsync(draft => draft.Finish(), cancellationToken).ConfigureAwait(false);
        var (updates, doubts) = await asking.ConfigureAwait(false);
        return new RenderedSite(map, pages, this)
        {
            Content = content,
            Furniture = furniture.Furniture,
            Updates = updates,
            Diagnostics =
            [
                .. mistakes,
                .. pages.SelectMany(page => page.Diagnostics),
                .. furniture.Diagnostics,
                .. AnchorCheck.Check([.. pages, .. furniture.Texts], Config.OnBrokenAnchors),
                .. doubts,
            ],
        };
    }

    /// <summary>Puts the pages into their layouts, and adds the pages and files that a site has without its author.</summary>
    /// <param name="site">The pages.</param>
    /// <param name="evidence">What is known of the wrong predictions; null when no page explores them.</param>
    /// <param name="taken">Files of the author's own, from the output folder: they win.</param>
    /// <param name="cancellationToken">Stops rendering.</param>
    public async Task<BuiltSite> LayOutAsync(
        RenderedSite site, PictureEvidence? evidence, IReadOnlySet<string> taken, CancellationToken cancellationToken)
    {
        var mistakes = new ConcurrentQueue<Diagnostic>();
        var layouts = LayoutsOf(site, site.Map);
        var pages = await site.Pages.SelectParallelAsync(
            page => layouts.LayOut(page, mistakes.Enqueue, cancellationToken), cancellationToken).ConfigureAwait(false);
        taken = site.Map.Pages.Select(page => page.OutputPath).Concat(taken).ToHashSet(StringComparer.Ordinal);
        var reports = new RunReports(parts, shown => RendererOf(site.Content, site.Map, shown, cancellationToken));
        var runs = RunPage.Of(site.Map, site.Pages, parts.Shown.Runs, reports.Of).ToList();
        var methods = new MethodsReport(parts, RendererOf(site.Content, site.Map, cancellationToken)).Write();
        foreach (var mistake in runs.SelectMany(run => run.Report.Diagnostics).Concat(methods?.Diagnostics ?? []))
        {
            mistakes.Enqueue(mistake);
        }

        var made = MadePages.Of(layouts.Models, site.Pages, evidence, runs, methods, Config.TrailingSlash)
            .DistinctBy(page => page.Route.File) // a redirect at the site's root stands in place of the one that leads to the first page
            .Where(page => !taken.Contains(page.Route.File))
            .Select(page => (Page: page, Made: layouts.LayOut(page, cancellationToken)))
            .ToList();
        var files = HostFiles.Of(Config, layouts.Models).Where(file => !taken.Contains(file.Destination!)); // they have one
        return new BuiltSite(
            [.. pages.OfType<Document>(), .. made.Select(page => page.Made.File), .. files], [.. mistakes, .. AnchorsIn(made, site)]);
    }

    /// <summary>Renders pages of a site with this content and map.</summary>
    internal MarkdownRenderer RendererOf(SiteContent content, SiteMap map, CancellationToken cancellationToken) =>
        RendererOf(content, map, parts.Shown, cancellationToken);

    private MarkdownRenderer RendererOf(SiteContent content, SiteMap map, ComponentSite shown, CancellationToken cancellationToken) => new(
        parts.ComponentsUntil(cancellationToken), shown, LinksOf(map), parts.Tokens, Config, new PartialFiles(content.Sources), map);

    /// <summary>Puts pages of a site into their layouts, as if it had this map.</summary>
    internal PageLayouts LayoutsOf(RenderedSite site, SiteMap map) => new(
        parts.Theme,
        parts.ThemeFiles,
        new PageModels(Config, parts.Project, map, parts.Shown.Run, site.Furniture, site.Updates, parts.Shown.Words)
        {
            Methods = Config.MethodsPage && parts.Shown.Checks is not null ? Route.OfMethods(Config) : null,
        },
        parts.Notice);

    private LinkResolver LinksOf(SiteMap map) => new(map.Pages, parts.Files, map.Made, parts.Publisher) { BasePath = Config.BasePath };

    private static async Task<IReadOnlyList<PageDraft>> DraftAsync(
        IReadOnlyList<Page> pages, MarkdownRenderer renderer, IProgressSink progress, CancellationToken cancellationToken)
    {
        using var task = progress.Start("Rendering pages", pages.Count);
        var done = 0;
        return await pages.SelectParallelAsync(
            page =>
            {
                var result = renderer.Draft(page);
                task.Report(Interlocked.Increment(ref done));
                return result;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Links to places in pages that nobody wrote: only now it shows what is there.</summary>
    private IReadOnlyList<Diagnostic> AnchorsIn(
        IReadOnlyList<(SitePage Page, (Document File, IReadOnlySet<string> Ids) Made)> made,
        RenderedSite site)
    {
        var wanted = site.Pages.SelectMany(page => page.AnchorLinks).Select(link => link.Permalink).ToHashSet(StringComparer.Ordinal);
        var targets = made
            .Where(page => wanted.Contains(page.Page.Route.Permalink))
            .Select(page => (page.Page.Route.Permalink, page.Made.Ids));
        return AnchorCheck.Check(site.Pages, targets, Config.OnBrokenAnchors);
    }
}

using Glassy.Components.Pictures;
using Glassy.Execution;
using Glassy.Made;
using Glassy.Rendering;
using Glassy.Theme;

namespace Glassy.Pipelines;

/// <summary>Puts each rendered page into its layout, and adds the pages and files that a site has without its author.</summary>
internal sealed class RenderLayout(BuildSettings build, ScribanTheme theme) : IModule
{
    private readonly IReadOnlyList<IMadePages> _made =
    [
        new RedirectPages(theme), new NotFoundPage(theme), new FrontPage(theme), new CategoryPages(theme), new TagPages(theme),
        new HostFiles(build.Config.Site),
    ];

    public async Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
    {
        var site = context.Outputs.Of<RenderedSite>();
        var layouts = site.Workshop.LayoutsOf(site.Map);
        var pages = await site.Pages.SelectParallelAsync(
            page => layouts.LayOut(page, context.Report, context.CancellationToken), context.CancellationToken).ConfigureAwait(false);
        var taken = site.Map.Pages.Select(page => page.OutputPath)
            .Concat(context.Outputs.FromPipeline(nameof(AssetsPipeline)).Select(d => d.Destination))
            .ToHashSet(StringComparer.Ordinal);
        var explorers = site.Pages.Where(page => page.Components.Contains(ErrorsExplorer.TagName)).Select(page => page.Page).ToList();
        var pictures = new PicturePages(theme, context.Outputs.Of<PictureEvidence?>(), explorers, build.Config.Site.TrailingSlash);
        var made = _made.Append(pictures).SelectMany(kind => kind.Make(layouts.Models, context.CancellationToken)).Where(d => !taken.Contains(d.Destination))
            .DistinctBy(d => d.Destination) // a redirect at the site's root stands in place of the one that leads to the first page
            .ToList();
        CheckAnchors(site, made, context);
        return [.. pages.OfType<Document>(), .. made, .. context.Inputs];
    }

    /// <summary>Links to places in pages that nobody wrote: only now it shows what is there.</summary>
    private void CheckAnchors(RenderedSite site, IReadOnlyList<Document> made, IExecutionContext context)
    {
        var wanted = site.Pages.SelectMany(page => page.AnchorLinks).Select(link => link.Permalink).ToHashSet(StringComparer.Ordinal);
        var files = site.Map.MadeRoutes.Where(route => wanted.Contains(route.Permalink)).ToLookup(route => route.File, route => route.Permalink, StringComparer.Ordinal);
        var targets = made.SelectMany(document => files[document.Destination!].Select(permalink => (permalink, document.Text))); // made to be written
        foreach (var diagnostic in AnchorCheck.Check(site.Pages, targets, build.Config.Site.OnBrokenAnchors))
        {
            context.Report(diagnostic);
        }
    }
}

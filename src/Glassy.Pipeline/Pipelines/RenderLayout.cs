using Glassy.Execution;
using Glassy.Made;
using Glassy.Pages;
using Glassy.Rendering;

namespace Glassy.Pipelines;

/// <summary>Puts each rendered page into its layout, and adds the pages and files that a site has without its author.</summary>
internal sealed class RenderLayout(BuildSettings build) : IModule
{
    public async Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
    {
        var site = context.Outputs.Of<RenderedSite>();
        var layouts = site.Workshop.LayoutsOf(site.Map);
        var pages = await site.Pages.SelectParallelAsync(
            page => layouts.LayOut(page, context.Report, context.CancellationToken), context.CancellationToken).ConfigureAwait(false);
        var taken = site.Map.Pages.Select(page => page.OutputPath)
            .Concat(context.Outputs.FromPipeline(nameof(AssetsPipeline)).Select(d => d.Destination))
            .ToHashSet(StringComparer.Ordinal);
        var made = MadePages.Of(layouts.Models, site.Pages, context.Outputs.Of<PictureEvidence?>(), build.Config.Site.TrailingSlash)
            .DistinctBy(page => page.Route.File) // a redirect at the site's root stands in place of the one that leads to the first page
            .Where(page => !taken.Contains(page.Route.File))
            .Select(page => (Page: page, Made: layouts.LayOut(page, context.CancellationToken)))
            .Select(made => (made.Page, made.Made.File, made.Made.Ids))
            .ToList();
        CheckAnchors(site, made, context);
        var files = HostFiles.Of(build.Config.Site, layouts.Models).Where(file => !taken.Contains(file.Destination));
        return [.. pages.OfType<Document>(), .. made.Select(page => page.File), .. files, .. context.Inputs];
    }

    /// <summary>Links to places in pages that nobody wrote: only now it shows what is there.</summary>
    private void CheckAnchors(RenderedSite site, IReadOnlyList<(SitePage Page, Document File, IReadOnlySet<string> Ids)> made, IExecutionContext context)
    {
        var wanted = site.Pages.SelectMany(page => page.AnchorLinks).Select(link => link.Permalink).ToHashSet(StringComparer.Ordinal);
        var targets = made.Where(page => wanted.Contains(page.Page.Route.Permalink)).Select(page => (page.Page.Route.Permalink, page.Ids));
        foreach (var diagnostic in AnchorCheck.Check(site.Pages, targets, build.Config.Site.OnBrokenAnchors))
        {
            context.Report(diagnostic);
        }
    }
}

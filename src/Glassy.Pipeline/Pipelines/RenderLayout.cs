using Glassy.Components.Pictures;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Made;
using Glassy.Navigation;
using Glassy.Pages;
using Glassy.Rendering;
using Glassy.Theme;

namespace Glassy.Pipelines;

/// <summary>Puts each rendered page into its layout, and adds the pages and files that a site has without its author.</summary>
internal sealed class RenderLayout(BuildSettings build, ScribanTheme theme) : IModule
{
    private readonly ThemeFiles _files = ThemeFiles.Of(build.Project);

    private readonly IReadOnlyList<IMadePages> _made =
    [
        new RedirectPages(theme), new NotFoundPage(theme), new FrontPage(theme), new CategoryPages(theme), new TagPages(theme),
        new HostFiles(build.Config.Site),
    ];

    public async Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
    {
        var run = context.Outputs.FromPipeline(nameof(RunsPipeline)).Single().Get(Keys.Run);
        var notice = context.Outputs.FromPipeline(nameof(DatasetPipeline)).Single().Get(Keys.Dataset).Notice;
        var site = context.Inputs.Single(d => d.Has(Keys.SiteMap));
        var updates = await PageUpdates.FindAsync(build.Config, build.Project, build.Input, context).ConfigureAwait(false);
        var models = new PageModels(build.Config.Site, build.Project, site.Get(Keys.SiteMap), run, site.Get(Keys.Furniture), updates);
        var pages = await context.Inputs.Where(d => d.Has(Keys.RenderedPage)).ToList().SelectParallelAsync(
            document => Layout(document, models, notice, context, context.CancellationToken),
            context.CancellationToken).ConfigureAwait(false);
        var taken = models.Map.Pages.Select(page => page.OutputPath)
            .Concat(context.Outputs.FromPipeline(nameof(AssetsPipeline)).Select(d => d.Destination))
            .ToHashSet(StringComparer.Ordinal);
        var pictures = new PicturePages(theme, EvidenceOf(context), ExplorersOf(context), build.Config.Site.TrailingSlash);
        var made = _made.Append(pictures).SelectMany(kind => kind.Make(models, context.CancellationToken)).Where(d => !taken.Contains(d.Destination))
            .DistinctBy(d => d.Destination) // a redirect at the site's root stands in place of the one that leads to the first page
            .ToList();
        CheckAnchors(models.Map, made, context);
        return [.. pages, .. made, .. context.Inputs.Where(d => d.Destination is not null), site.With(Keys.Layouts, LayoutsOf)];

        Func<Document, Document> LayoutsOf(SiteMap map, CancellationToken token)
        {
            var around = new PageModels(build.Config.Site, build.Project, map, run, site.Get(Keys.Furniture), updates);
            return document => Layout(document, around, notice, context, token);
        }
    }

    private static PictureEvidence? EvidenceOf(IExecutionContext context) =>
        context.Outputs.FromPipeline(nameof(ErrorsPipeline)).FirstOrDefault(d => d.Has(Keys.Explained)) is not { } explained ? null
        : new PictureEvidence(
            explained.Get(Keys.Explained),
            context.Outputs.FromPipeline(nameof(RunsPipeline)).Single().Get(Keys.Results),
            context.Outputs.FromPipeline(nameof(ImagesPipeline)).First(d => d.Has(Keys.Pictures)).Get(Keys.Pictures));

    private static List<Page> ExplorersOf(IExecutionContext context) =>
    [
        .. context.Inputs.Where(d => d.Has(Keys.RenderedPage)).Select(d => d.Get(Keys.RenderedPage))
            .Where(rendered => rendered.Components.Contains(ErrorsExplorer.TagName))
            .Select(rendered => rendered.Page),
    ];

    /// <summary>Links to places in pages that nobody wrote: only now it shows what is there.</summary>
    private void CheckAnchors(SiteMap map, IReadOnlyList<Document> made, IExecutionContext context)
    {
        var pages = context.Inputs.Where(d => d.Has(Keys.RenderedPage)).Select(d => d.Get(Keys.RenderedPage)).ToList();
        var wanted = pages.SelectMany(page => page.AnchorLinks).Select(link => link.Permalink).ToHashSet(StringComparer.Ordinal);
        var files = map.MadeRoutes.Where(route => wanted.Contains(route.Permalink)).ToLookup(route => route.File, route => route.Permalink, StringComparer.Ordinal);
        var targets = made.SelectMany(document => files[document.Destination!].Select(permalink => (permalink, document.Text))); // made to be written
        foreach (var diagnostic in AnchorCheck.Check(pages, targets, build.Config.Site.OnBrokenAnchors))
        {
            context.Report(diagnostic);
        }
    }

    private Document Layout(Document document, PageModels models, string? notice, IExecutionContext context, CancellationToken cancellationToken)
    {
        var rendered = document.Get(Keys.RenderedPage);
        var (page, frontMatter) = (rendered.Page, rendered.Page.Source.FrontMatter);
        var name = frontMatter.Values.GetValueOrDefault("layout") as string ?? "page";
        var layout = $"layouts/{name}.html";
        if (_files.Find(layout) is null)
        {
            var position = frontMatter.PositionOf("layout");
            context.Report(Diagnostic.Error(
                $"there is no layout '{name}'{Spelling.SuggestAndList(name, Layouts)}",
                page.Source.File, position.Line, position.Column));
            return document;
        }

        var model = models.Of(page) with
        {
            Content = rendered.Html,
            Head = rendered.Head,
            Toc = rendered.Toc,
            Image = models.PreviewOf(rendered.Image),
            Notice = notice,
            HideTableOfContents = frontMatter.HideTableOfContents,
        };
        return (document with { Destination = page.OutputPath }).WithText(theme.Render(layout, model, cancellationToken).Value);
    }

    private IReadOnlyList<string> Layouts => [.. _files.Below("layouts").Keys.Select(f => Path.GetFileNameWithoutExtension(f))];
}

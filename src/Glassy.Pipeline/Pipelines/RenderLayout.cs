using Glassy.Content;
using Glassy.Execution;
using Glassy.Pipelines.Made;
using Glassy.Theme;

namespace Glassy.Pipelines;

/// <summary>Puts each rendered page into its layout, and adds the pages and files that a site has without its author.</summary>
internal sealed class RenderLayout(BuildSettings build, ScribanTheme theme) : IModule
{
    private readonly ThemeFiles _files = ThemeFiles.Of(build.Project);

    private readonly IReadOnlyList<IMadePages> _made =
    [
        new NotFoundPage(theme), new FrontPage(theme), new CategoryPages(theme), new TagPages(theme), new HostFiles(build.Config.Site),
    ];

    public async Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
    {
        var run = context.Outputs.FromPipeline(nameof(RunsPipeline)).Single().Get(Keys.Run);
        var notice = context.Outputs.FromPipeline(nameof(DatasetPipeline)).Single().Get(Keys.Dataset).Notice;
        var site = context.Inputs.Single(d => d.Has(Keys.SiteMap));
        var models = new PageModels(build, site.Get(Keys.SiteMap), run);
        var pages = await context.Inputs.Where(d => d.Has(Keys.RenderedPage)).ToList().SelectParallelAsync(
            document => Layout(document, models, notice, context, context.CancellationToken),
            context.CancellationToken).ConfigureAwait(false);
        var taken = models.Map.Pages.Select(page => page.OutputPath)
            .Concat(context.Outputs.FromPipeline(nameof(AssetsPipeline)).Select(d => d.Destination))
            .ToHashSet(StringComparer.Ordinal);
        var made = _made.SelectMany(kind => kind.Make(models, context.CancellationToken)).Where(d => !taken.Contains(d.Destination));
        return [.. pages, .. made, site.With(Keys.Layouts, LayoutsOf)];

        Func<Document, Document> LayoutsOf(SiteMap map, CancellationToken token)
        {
            var around = new PageModels(build, map, run);
            return document => Layout(document, around, notice, context, token);
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
            Toc = rendered.Toc,
            Notice = notice,
            EditUrl = frontMatter.CustomEditUrl is { } own ? own.Value : EditUrlOf(page.Source.File),
            HideTableOfContents = frontMatter.HideTableOfContents,
        };
        return (document with { Destination = page.OutputPath }).WithText(theme.Render(layout, model, cancellationToken).Value);
    }

    private string? EditUrlOf(string file) => build.Config.Site.Repository is { } repository ? $"{repository}/edit/main/{file}" : null;

    private IReadOnlyList<string> Layouts => [.. _files.Below("layouts").Keys.Select(f => Path.GetFileNameWithoutExtension(f))];
}

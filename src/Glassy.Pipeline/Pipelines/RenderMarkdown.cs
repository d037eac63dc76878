using System.Collections.Concurrent;
using Glassy.Caching;
using Glassy.Components;
using Glassy.Components.Binding;
using Glassy.Diagnostics;
using Glassy.Drawing;
using Glassy.Execution;
using Glassy.Links;
using Glassy.Made;
using Glassy.Modules;
using Glassy.Navigation;
using Glassy.Pages;
using Glassy.Reading;
using Glassy.Rendering;
using Glassy.Runs;
using Glassy.Sources;
using Glassy.Theme;
using Glassy.Tokens;

namespace Glassy.Pipelines;

/// <summary>Files in; rendered pages out, with what they show under names that follow its content.</summary>
internal sealed class RenderMarkdown(BuildSettings build, ScribanTheme theme) : IModule<RenderedSite>
{
    public async Task<(RenderedSite Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context)
    {
        var updates = PageUpdates.FindAsync(build.Config, build.Project, build.Input, context); // git works meanwhile
        var results = context.Outputs.Of<FoundRun>().Results;
        var site = build.Config.Site;
        var tokens = TokenModel.Of(results, new SiteTokens(site.Title, site.Tagline, site.Url, site.Repository));
        var evaluator = new TokenEvaluator(expression => theme.Evaluate(expression, tokens));

        var reader = new PageReader(site, evaluator);
        var (content, map) = await ReadPagesAsync(reader, context).ConfigureAwait(false);
        var (components, files) = (ComponentSiteOf(results, context.Outputs), FilesOf(context));
        var published = new PublishedFiles(files, new StageCache(build.CacheFolder));
        var siteFiles = new SiteFiles(files.Keys.ToDictionary(file => file, _ => (PictureSize?)null));
        LinkResolver LinksOf(SiteMap around) => new(around.Pages, siteFiles, around.Made, published) { BasePath = site.BasePath };
        MarkdownRenderer RendererOf(SiteContent pages, SiteMap around, CancellationToken token) => new(
            new ComponentRegistry(ComponentCatalog.All(Runs.ModelSummary.Render), new Templates(theme, token)),
            components,
            LinksOf(around),
            evaluator,
            site,
            new PartialFiles(pages.Sources),
            around);
        var (links, renderer) = (LinksOf(map), RendererOf(content, map, context.CancellationToken));

        var drafts = await RenderAsync(map.Pages, renderer, context.CancellationToken).ConfigureAwait(false);
        var furniture = new FurnitureReader(build, map, siteFiles, links, renderer).Read();
        if (await published.ScaleAsync(build.Progress, context.CancellationToken).ConfigureAwait(false))
        {
            furniture = new FurnitureReader(build, map, siteFiles, links, renderer).Read();
        }

        var rendered = await drafts.SelectParallelAsync(draft => draft.Finish(), context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in rendered.SelectMany(page => page.Diagnostics)
            .Concat(furniture.Diagnostics)
            .Concat(AnchorCheck.Check([.. rendered, .. furniture.Texts], site.OnBrokenAnchors)))
        {
            context.Report(diagnostic);
        }

        foreach (var note in rendered.SelectMany(page => build.IsDetailed ? page.Notes : []))
        {
            build.Progress.Message(note);
        }

        var known = await updates.ConfigureAwait(false);
        var (themeFiles, notice) = (ThemeFiles.Of(build.Project), context.Outputs.Of<FoundDataset>().Notice);
        PageLayouts LayoutsOf(SiteMap around) =>
            new(theme, themeFiles, new PageModels(site, build.Project, around, results.Run, furniture.Furniture, known), notice);
        return (new RenderedSite(map, rendered, published.Renamed, new PageWorkshop(content, reader, RendererOf, LayoutsOf)), published.Documents);
    }

    private async Task<IReadOnlyList<PageDraft>> RenderAsync(IReadOnlyList<Page> pages, MarkdownRenderer renderer, CancellationToken cancellationToken)
    {
        using var progress = build.Progress.Start("Rendering pages", pages.Count);
        var done = 0;
        return await pages.SelectParallelAsync(
            page =>
            {
                var result = renderer.Draft(page);
                progress.Report(Interlocked.Increment(ref done));
                return result;
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<(SiteContent Content, SiteMap Map)> ReadPagesAsync(PageReader reader, IExecutionContext context)
    {
        var found = new ConcurrentQueue<Diagnostic>();
        var files = context.Inputs.ToLookup(d => PageSource.IsPage(d.Get(ReadFiles.RelativePath)));
        var pages = await files[true].ToList().SelectParallelAsync(
            document =>
            {
                var mistakes = new List<Diagnostic>();
                var source = PageSource.Parse(build.Project.Relative(document.Source!), document.Get(ReadFiles.RelativePath), document.Text, mistakes); // read from a file
                var page = reader.Read(source, mistakes);
                mistakes.ForEach(found.Enqueue);
                return page;
            },
            context.CancellationToken).ConfigureAwait(false);

        var mistakesOfSite = new List<Diagnostic>();
        var partials = files[false]
            .Where(d => PageSource.IsMarkdown(d.Get(ReadFiles.RelativePath)))
            .Select(d => PageSource.Parse(build.Project.Relative(d.Source!), d.Get(ReadFiles.RelativePath), d.Text, mistakesOfSite)) // read from a file
            .ToList();
        var categories = files[false]
            .Where(d => Category.IsCategoryFile(d.Get(ReadFiles.RelativePath)))
            .Select(d => Category.Parse(build.Project.Relative(d.Source!), d.Get(ReadFiles.RelativePath), d.Text, mistakesOfSite)) // read from a file
            .ToList();
        var content = new SiteContent(pages, partials, categories, ReadSidebars(mistakesOfSite), ReadTags(mistakesOfSite), build.Config.Site);
        var map = content.MapOf(mistakesOfSite);
        foreach (var mistake in found.Concat(mistakesOfSite))
        {
            context.Report(mistake);
        }

        return (content, map);
    }

    private SidebarFile? ReadSidebars(List<Diagnostic> mistakes)
    {
        const string File = "site/sidebars.yml";
        var path = build.Project.Absolute(File);
        return System.IO.File.Exists(path) ? SidebarFile.Parse(File, System.IO.File.ReadAllText(path), mistakes) : null;
    }

    private TagFile? ReadTags(List<Diagnostic> mistakes)
    {
        var path = Path.Combine(build.Input, TagFile.Name);
        return File.Exists(path) ? TagFile.Parse(build.Project.Relative(path), File.ReadAllText(path), mistakes) : null;
    }

    private ComponentSite ComponentSiteOf(RunResults results, IPipelineOutputs outputs) => new()
    {
        Project = build.Project,
        Repository = build.Config.Site.Repository,
        Commands = build.Commands,
        Run = results.Run,
        Addresses = outputs.Of<FoundRun>().Addresses,
        Pictures = outputs.Of<ExportedPictures>().Catalog,
        Results = results,
        Drawing = outputs.Of<DrawingAssets?>(),
        Predictions = results.Predictions,
        Assets = outputs.Of<RunAssets>(),
    };

    /// <summary>Every file that pages can link to or show.</summary>
    private Dictionary<string, SourceFile> FilesOf(IExecutionContext context)
    {
        var input = Path.TrimEndingDirectorySeparator(build.Input) + Path.DirectorySeparatorChar;
        string[] pipelines = [nameof(AssetsPipeline), nameof(ImagesPipeline), nameof(ChartsPipeline), nameof(ResultsPipeline), nameof(DrawingPipeline)];
        return pipelines
            .SelectMany(name => context.Outputs.FromPipeline(name).Select(d => (Document: d, IsAuthors: name == nameof(AssetsPipeline))))
            .Where(file => file.Document.Destination is not null)
            .DistinctBy(file => file.Document.Destination) // two sources for one file are reported when the files are written
            .ToDictionary(
                file => file.Document.Destination!, // chosen above, and all are files
                file => new SourceFile(file.Document.Source!, file.Document.Source!.StartsWith(input, StringComparison.Ordinal), file.IsAuthors),
                StringComparer.Ordinal);
    }

    /// <summary>Lets components render templates until the build is interrupted.</summary>
    private sealed class Templates(ScribanTheme theme, CancellationToken cancellationToken) : ITemplateRenderer
    {
        public RawHtml Render(string template, object model) => theme.Render(template, model, cancellationToken);
    }
}

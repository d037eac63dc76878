using System.Collections.Concurrent;
using Glassy.Components;
using Glassy.Content;
using Glassy.Content.Mdx;
using Glassy.Execution;
using Glassy.Modules;
using Glassy.Runs;
using Glassy.Theme;

namespace Glassy.Pipelines;

/// <summary>Files in; one document a rendered page out, after one that holds the map of the site.</summary>
internal sealed class RenderMarkdown(BuildSettings build, ScribanTheme theme) : IModule
{
    /// <summary>Bytes of a picture's file that tell its size.</summary>
    private const int HeaderLength = 64 * 1024;

    private readonly ContentOptions _options = new()
    {
        RouteBase = build.Config.Site.RouteBase,
        TrailingSlash = build.Config.Site.TrailingSlash,
        LinkToFiles = build.Config.Site.LinkStyle == Configuration.LinkStyle.File,
        OnBrokenLinks = build.Config.Site.OnBrokenLinks,
        OnBrokenAnchors = build.Config.Site.OnBrokenAnchors,
        OnBrokenImages = build.Config.Site.OnBrokenImages,
    };

    public async Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
    {
        var run = context.Outputs.FromPipeline(nameof(RunsPipeline)).Single().Get(Keys.Run);
        var site = build.Config.Site;
        var tokens = TokenModel.Of(run, new SiteTokens(site.Title, site.Tagline, site.Url, site.Repository));
        var evaluator = new TokenEvaluator(expression => theme.Evaluate(expression, tokens));

        var reader = new PageReader(_options, evaluator);
        var (content, map) = await ReadPagesAsync(reader, context).ConfigureAwait(false);
        var (components, files) = (ComponentSiteOf(run, context), FilesOf(context));
        MarkdownRenderer RendererOf(SiteContent pages, SiteMap around, CancellationToken token) => new(
            new ComponentRegistry(ComponentCatalog.All(Models.ModelSummary.Render), new Templates(theme, token)),
            components,
            new LinkResolver(around.Pages, files, around.MadeRoutes),
            evaluator,
            _options,
            new PartialFiles(pages.Sources));
        var renderer = RendererOf(content, map, context.CancellationToken);

        using var progress = build.Progress.Start("Rendering pages", map.Pages.Count);
        var done = 0;
        var rendered = await map.Pages.SelectParallelAsync(
            page =>
            {
                var result = renderer.Render(page);
                progress.Report(Interlocked.Increment(ref done));
                return result;
            },
            context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in rendered.SelectMany(page => page.Diagnostics).Concat(AnchorCheck.Check(rendered, _options.OnBrokenAnchors)))
        {
            context.Report(diagnostic);
        }

        foreach (var note in rendered.SelectMany(page => build.IsDetailed ? page.Notes : []))
        {
            build.Progress.Message(note);
        }

        return
        [
            new Document().With(Keys.SiteMap, map).With(Keys.Workshop, new PageWorkshop(content, reader, RendererOf)),
            .. rendered.Select(page => new Document { Source = build.Project.Absolute(page.Page.Source.File) }.With(Keys.RenderedPage, page)),
        ];
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
        var content = new SiteContent(pages, partials, categories, ReadSidebars(mistakesOfSite), _options);
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

    private ComponentSite ComponentSiteOf(Run run, IExecutionContext context)
    {
        var store = new RunStore(build.Project);
        return new ComponentSite
        {
            Project = build.Project,
            Repository = build.Config.Site.Repository,
            Run = run,
            Pictures = context.Outputs.FromPipeline(nameof(ImagesPipeline)).First(d => d.Has(Keys.Pictures)).Get(Keys.Pictures),
            Predictions = UserData.Read(() => store.LoadPredictions(run)),
            Assets = new RunAssets(
                File.ReadAllText(store.FileOf(run.Id, RunFiles.Log)),
                ChartsPipeline.PathOf(run, RunFiles.ConfusionMatrix),
                run.Custom is null ? null : ChartsPipeline.PathOf(run, RunFiles.ConfusionMatrixCustom),
                ChartsPipeline.PathOf(run, RunFiles.LearningCurve)),
        };
    }

    /// <summary>Every file that pages can link to or show.</summary>
    private static SiteFiles FilesOf(IExecutionContext context)
    {
        string[] pipelines = [nameof(AssetsPipeline), nameof(ImagesPipeline), nameof(ChartsPipeline)];
        return new SiteFiles(pipelines
            .SelectMany(context.Outputs.FromPipeline)
            .Where(d => d.Destination is not null)
            .DistinctBy(d => d.Destination) // two sources for one file are reported when the files are written
            .ToDictionary(d => d.Destination!, d => SizeOf(d.Source!))); // chosen above, and all are files
    }

    private static PictureSize? SizeOf(string path)
    {
        if (Path.GetExtension(path).ToLowerInvariant() is not (".png" or ".jpg" or ".jpeg" or ".gif" or ".svg"))
        {
            return null;
        }

        Span<byte> beginning = stackalloc byte[HeaderLength];
        using var file = File.OpenRead(path);
        return PictureHeader.SizeOf(beginning[..file.ReadAtLeast(beginning, HeaderLength, throwOnEndOfStream: false)]);
    }

    /// <summary>Lets components render templates until the build is interrupted.</summary>
    private sealed class Templates(ScribanTheme theme, CancellationToken cancellationToken) : ITemplateRenderer
    {
        public RawHtml Render(string template, object model) => theme.Render(template, model, cancellationToken);
    }
}

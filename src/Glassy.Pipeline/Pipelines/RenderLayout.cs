using Glassy.Configuration;
using Glassy.Content;
using Glassy.Execution;
using Glassy.Runs;
using Glassy.Theme;

namespace Glassy.Pipelines;

/// <summary>Puts each rendered page into its layout, and adds the pages that a site has without its author: for addresses that lead nowhere, and at its root.</summary>
internal sealed class RenderLayout(BuildSettings build, ScribanTheme theme) : IModule
{
    private const string NotFound = "404.html";
    private static readonly string Generator = $"Glassy {typeof(RenderLayout).Assembly.GetName().Version?.ToString(3)}";
    private readonly ThemeFiles _files = ThemeFiles.Of(build.Project);

    public async Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
    {
        var run = context.Outputs.FromPipeline(nameof(RunsPipeline)).Single().Get(Keys.Run);
        var notice = context.Outputs.FromPipeline(nameof(DatasetPipeline)).Single().Get(Keys.Dataset).Notice;
        var map = context.Inputs.Single(d => d.Has(Keys.SiteMap)).Get(Keys.SiteMap);
        var pages = await context.Inputs.Where(d => d.Has(Keys.RenderedPage)).ToList().SelectParallelAsync(
            document => Layout(document, map, run, notice, context),
            context.CancellationToken).ConfigureAwait(false);
        var taken = map.Pages.Select(p => p.OutputPath).ToHashSet(StringComparer.Ordinal);
        Document[] own = [NotFoundPage(map, run, context.CancellationToken), FrontPage(map, context.CancellationToken)];
        return [.. pages, .. own.Where(d => !taken.Contains(d.Destination!))]; // both have one
    }

    private Document Layout(Document document, SiteMap map, Run run, string? notice, IExecutionContext context)
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

        var paths = new SitePath(page.Address, build.Config.Site.LinkStyle == LinkStyle.File);
        var model = ModelOf(map, page, paths) with
        {
            Content = rendered.Html,
            Toc = rendered.Toc,
            Notice = notice,
            Run = run,
            EditUrl = frontMatter.CustomEditUrl ?? EditUrlOf(page.Source.File),
            HideTableOfContents = frontMatter.HideTableOfContents,
            NoIndex = frontMatter.Unlisted,
        };
        return (document with { Destination = page.OutputPath }).WithText(theme.Render(layout, model, context.CancellationToken).Value);
    }

    /// <summary>For a site without a page at its root: leads to the first page.</summary>
    private Document FrontPage(SiteMap map, CancellationToken cancellationToken)
    {
        var model = ModelOf(map, page: null, new SitePath("/", build.Config.Site.LinkStyle == LinkStyle.File));
        return new Document { Destination = "index.html" }.WithText(theme.Render("layouts/redirect.html", model, cancellationToken).Value);
    }

    private Document NotFoundPage(SiteMap map, Run run, CancellationToken cancellationToken)
    {
        // A server shows this page at addresses of any depth, so its own links cannot be relative.
        var paths = new SitePath("/" + NotFound, build.Config.Site.LinkStyle == LinkStyle.File, build.Config.Site.BasePath);
        var model = ModelOf(map, page: null, paths) with
        {
            Title = "Page not found",
            Content = new RawHtml("<h1>Page not found</h1>\n<p>This address leads nowhere, or somebody misread it.</p>"),
            Run = run,
            NoIndex = true,
        };
        return new Document { Destination = NotFound }.WithText(theme.Render("layouts/404.html", model, cancellationToken).Value);
    }

    private PageModel ModelOf(SiteMap map, Page? page, SitePath paths)
    {
        var navigation = page is null ? new PageNavigation(map.SidebarFrom(paths), [], null, null) : map.NavigationOf(page, paths);
        return new PageModel
        {
            Site = SiteOf(map, paths),
            Title = page?.Title ?? "",
            Description = page?.Description ?? "",
            Permalink = page?.Permalink ?? paths.Page,
            Root = paths.Root,
            Content = RawHtml.Empty,
            Toc = [],
            Sidebar = navigation.Sidebar,
            Breadcrumbs = navigation.Breadcrumbs,
            Previous = navigation.Previous,
            Next = navigation.Next,
        };
    }

    private SiteModel SiteOf(SiteMap map, SitePath paths)
    {
        var site = build.Config.Site;
        return new SiteModel(
            site.Title,
            site.Tagline,
            site.Url is null ? null : (site.Url + site.BasePath).TrimEnd('/'),
            site.Repository,
            map.First?.HrefFrom(paths) ?? paths.Root,
            Generator);
    }

    private string? EditUrlOf(string file) => build.Config.Site.Repository is { } repository ? $"{repository}/edit/main/{file}" : null;

    private IReadOnlyList<string> Layouts => [.. _files.Below("layouts").Keys.Select(f => Path.GetFileNameWithoutExtension(f))];
}

using System.Text;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Navigation;
using Glassy.Pages;
using Glassy.Pipelines;
using Glassy.Rendering;

namespace Glassy.Preview;

/// <summary>The last build without mistakes, and what it takes to render pages again in the same site.</summary>
public sealed class GoodSite
{
    private readonly PageWorkshop _workshop;
    private readonly Dictionary<string, Route> _routes;

    /// <param name="settings">How it was built.</param>
    /// <param name="site">Its pages.</param>
    public GoodSite(BuildSettings settings, RenderedSite site)
    {
        (Settings, _workshop) = (settings, site.Workshop);
        _routes = site.Map.Pages.ToDictionary(page => page.Source.InputPath, page => page.Route, StringComparer.Ordinal);
    }

    public BuildSettings Settings { get; }

    /// <summary>The files of its pages, relative to the output folder.</summary>
    public IEnumerable<string> PageFiles => _routes.Values.Select(route => route.File);

    /// <summary>Renders changed pages as a whole build would that finds nothing else changed.</summary>
    /// <param name="changed">Absolute paths of all files that have changed since this build.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    /// <returns>Null when only a whole build can tell what they come to.</returns>
    public PreviewUpdate? Update(IReadOnlyCollection<string> changed, CancellationToken cancellationToken)
    {
        var mistakes = new List<Diagnostic>();
        var pages = new Dictionary<string, Page>(StringComparer.Ordinal);
        foreach (var path in changed)
        {
            var inputPath = Path.GetRelativePath(Settings.Input, path).Replace('\\', '/');
            if (!_routes.ContainsKey(inputPath) || Read(path) is not { } text)
            {
                return null;
            }

            pages[inputPath] = _workshop.Reader.Read(PageSource.Parse(Settings.Project.Relative(path), inputPath, text, mistakes), mistakes);
        }

        var content = _workshop.Content with
        {
            Pages = [.. _workshop.Content.Pages.Select(page => pages.GetValueOrDefault(page.Source.InputPath, page))],
        };
        var map = content.MapOf(mistakes);
        if (pages.Values.Any(page => page.Source.FrontMatter.Draft || page.Route != _routes[page.Source.InputPath]))
        {
            return null;
        }

        return Render([.. pages.Values], content, map, mistakes, cancellationToken);
    }

    private PreviewUpdate? Render(
        IReadOnlyList<Page> pages, SiteContent content, SiteMap map, List<Diagnostic> mistakes, CancellationToken cancellationToken)
    {
        var renderer = _workshop.RendererOf(content, map, cancellationToken);
        var rendered = new List<RenderedPage>();
        foreach (var page in pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rendered.Add(renderer.Render(page));
        }

        mistakes.AddRange(rendered.SelectMany(page => page.Diagnostics));
        if (mistakes.Any(mistake => mistake.Severity == Severity.Error))
        {
            return new PreviewUpdate([], [.. mistakes.Where(mistake => mistake.Severity == Severity.Error)]);
        }

        var layouts = _workshop.LayoutsOf(map);
        var laidOut = rendered.Select(page => layouts.LayOut(page, mistakes.Add, cancellationToken)).OfType<Document>().ToList();
        return laidOut.Count == rendered.Count ? new PreviewUpdate(laidOut, []) : null;
    }

    /// <summary>Null when the file is gone or being replaced.</summary>
    private static string? Read(string path)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes(path)); // as documents have it
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}

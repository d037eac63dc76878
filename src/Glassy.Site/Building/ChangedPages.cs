using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Pages;

namespace Glassy.Building;

/// <summary>Renders pages of a site again, as a whole build would that finds nothing else changed.</summary>
/// <param name="site">As it was last built.</param>
public sealed class ChangedPages(RenderedSite site)
{
    private readonly Dictionary<string, Route> _routes =
        site.Map.Pages.ToDictionary(page => page.Source.InputPath, page => page.Route, StringComparer.Ordinal);

    /// <summary>The files of the site's pages, relative to the output folder.</summary>
    public IEnumerable<string> Files => _routes.Values.Select(route => route.File);

    /// <summary>Whether a file of the input folder is one of the site's pages.</summary>
    public bool Has(string inputPath) => _routes.ContainsKey(inputPath);

    /// <summary>Renders pages whose texts have changed.</summary>
    /// <param name="texts">Of pages that the site has.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    /// <returns>Their files, or their mistakes; null when only a whole build can tell what they come to.</returns>
    public BuiltSite? Render(IReadOnlyList<InputText> texts, CancellationToken cancellationToken)
    {
        var read = texts.ToDictionary(
            text => text.InputPath, text => SiteContent.ReadPage(text, site.Builder.Reader), StringComparer.Ordinal);
        List<Diagnostic> mistakes = [.. read.Values.SelectMany(page => page.Mistakes)];
        var content = site.Content with
        {
            Pages = [.. site.Content.Pages.Select(page => read.TryGetValue(page.Source.InputPath, out var changed) ? changed.Page : page)],
        };
        var map = content.MapOf(mistakes);
        if (read.Values.Any(page => page.Page.Source.FrontMatter.Draft || page.Page.Route != _routes[page.Page.Source.InputPath]))
        {
            return null;
        }

        var renderer = site.Builder.RendererOf(content, map, cancellationToken);
        var rendered = read.Values.Select(page =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return renderer.Render(page.Page);
        }).ToList();
        mistakes.AddRange(rendered.SelectMany(page => page.Diagnostics));
        if (mistakes.Any(mistake => mistake.Severity == Severity.Error))
        {
            return new BuiltSite([], [.. mistakes.Where(mistake => mistake.Severity == Severity.Error)]);
        }

        var layouts = site.Builder.LayoutsOf(site, map);
        var files = rendered.Select(page => layouts.LayOut(page, mistakes.Add, cancellationToken)).OfType<Document>().ToList();
        return files.Count == rendered.Count ? new BuiltSite(files, []) : null;
    }
}

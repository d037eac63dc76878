using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Made;
using Glassy.Rendering;
using Glassy.Theme;

namespace Glassy.Pipelines;

/// <summary>Puts rendered pages into their layouts. Safe to use from any thread.</summary>
public sealed class PageLayouts
{
    private readonly ScribanTheme _theme;
    private readonly ThemeFiles _files;
    private readonly string? _notice;

    /// <param name="theme">Renders them.</param>
    /// <param name="files">Where the theme's layouts are.</param>
    /// <param name="models">The site as layouts see it.</param>
    /// <param name="notice">What readers of every page should know first; null for nothing.</param>
    internal PageLayouts(ScribanTheme theme, ThemeFiles files, PageModels models, string? notice) =>
        (_theme, _files, Models, _notice) = (theme, files, models, notice);

    /// <summary>What they see of the site.</summary>
    internal PageModels Models { get; }

    /// <summary>The page's file; null when there is no such layout.</summary>
    /// <param name="rendered">The page.</param>
    /// <param name="report">Is told of a layout that is not there.</param>
    /// <param name="cancellationToken">Stops rendering.</param>
    public Document? LayOut(RenderedPage rendered, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        var (page, frontMatter) = (rendered.Page, rendered.Page.Source.FrontMatter);
        var name = frontMatter.Values.GetValueOrDefault("layout") as string ?? "page";
        var layout = $"layouts/{name}.html";
        if (_files.Find(layout) is null)
        {
            var position = frontMatter.PositionOf("layout");
            report(Diagnostic.Error(
                $"there is no layout '{name}'{Spelling.SuggestAndList(name, [.. _files.Below("layouts").Keys.Select(f => Path.GetFileNameWithoutExtension(f))])}",
                page.Source.File, position.Line, position.Column));
            return null;
        }

        var model = Models.Of(page) with
        {
            Content = rendered.Html,
            Head = rendered.Head,
            Toc = rendered.Toc,
            Image = Models.PreviewOf(rendered.Image),
            Notice = _notice,
            HideTableOfContents = frontMatter.HideTableOfContents,
        };
        return new Document { Source = Models.Project.Absolute(page.Source.File), Destination = page.OutputPath }
            .WithText(_theme.Render(layout, model, cancellationToken).Value);
    }
}

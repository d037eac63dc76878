using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Pages;
using Glassy.Rendering;
using Glassy.Theme;

namespace Glassy.Made;

/// <summary>Puts pages of all kinds into their layouts. Safe to use from any thread.</summary>
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

    /// <summary>The file of a page that an author wrote; null when there is no such layout.</summary>
    /// <param name="rendered">The page.</param>
    /// <param name="report">Is told of a layout that is not there.</param>
    /// <param name="cancellationToken">Stops rendering.</param>
    public Document? LayOut(RenderedPage rendered, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        var page = rendered.Page;
        if (_files.Find(FileOf(page)) is null)
        {
            var position = page.Source.FrontMatter.PositionOf("layout");
            report(Diagnostic.Error(
                $"there is no layout '{page.Layout}'{Spelling.SuggestAndList(page.Layout, [.. _files.Below("layouts").Keys.Select(f => Path.GetFileNameWithoutExtension(f))])}",
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
            HideTableOfContents = page.Source.FrontMatter.HideTableOfContents,
        };
        return new Document { Source = Models.Project.Absolute(page.Source.File), Destination = page.OutputPath }
            .WithText(_theme.Render(FileOf(page), model, cancellationToken).Value);
    }

    /// <summary>The file of a page that nobody wrote, and the ids that links to it can name.</summary>
    internal (Document File, IReadOnlySet<string> Ids) LayOut(SitePage page, CancellationToken cancellationToken)
    {
        var model = Models.Of(page);
        if (page is PicturePage picture)
        {
            var paths = Models.PathsFrom(page);
            var view = new PictureViewMaker(picture.Evidence, paths, Models.Words).Of(picture.Picture, picture.Prediction) with
            {
                CellHref = $"{picture.Explorer.HrefFrom(paths)}#{picture.Cell}",
            };
            model = model with { Content = _theme.Render("partials/picture.html", view, cancellationToken) };
        }

        var markup = _theme.RenderPage(FileOf(page), model, cancellationToken);
        return (new Document { Destination = page.Route.File }.WithText(markup.Text), markup.Ids());
    }

    private static string FileOf(SitePage page) => $"layouts/{page.Layout}.html";
}

using Glassy.Components.Pictures;
using Glassy.Configuration;
using Glassy.Execution;
using Glassy.Pages;
using Glassy.Pictures;
using Glassy.Theme;

namespace Glassy.Made;

/// <summary>A page for each wrong prediction, below each page that explores them.</summary>
/// <param name="theme">Renders them.</param>
/// <param name="evidence">What is known of the pictures; null on a site whose pages do not explore them.</param>
/// <param name="explorers">The pages that do.</param>
/// <param name="trailingSlash">How the site writes addresses.</param>
internal sealed class PicturePages(ScribanTheme theme, PictureEvidence? evidence, IReadOnlyList<Page> explorers, TrailingSlash trailingSlash) : IMadePages
{
    public IEnumerable<Document> Make(PageModels models, CancellationToken cancellationToken) =>
        evidence is null ? [] : explorers.SelectMany(explorer => Below(explorer, evidence, models, cancellationToken));

    private IEnumerable<Document> Below(Page explorer, PictureEvidence known, PageModels models, CancellationToken cancellationToken)
    {
        var (classes, predictions) = (known.Results.Run.Dataset.Classes, known.Results.Predictions);
        var ids = new CellIds(classes, "test");
        for (var i = 0; i < known.Explained.Count; i++)
        {
            var explained = known.Explained[i];
            var prediction = predictions[explained.Index];
            var route = RouteOf(explained);
            var paths = models.PathsFrom(route);
            var view = new PictureViewMaker(known, paths).Of(explained, prediction) with
            {
                CellHref = $"{explorer.Route.HrefFrom(paths)}#{ids.Of(prediction.Label, prediction.Predicted)}",
            };
            var model = models.Of(view.Title, route, paths) with
            {
                Description = view.Title,
                Content = theme.Render("partials/picture.html", view, cancellationToken),
                Breadcrumbs = [new PageLink(explorer.Title, explorer.Route.HrefFrom(paths))],
                Crumb = $"Picture {view.Index}",
                Previous = i > 0 ? LinkTo(known.Explained[i - 1], paths) : null,
                Next = i + 1 < known.Explained.Count ? LinkTo(known.Explained[i + 1], paths) : null,
            };
            yield return new Document { Destination = route.File }.WithText(theme.Render("layouts/page.html", model, cancellationToken).Value);
        }

        Route RouteOf(ExplainedPicture picture) => explorer.Route.Below(ErrorsExplorer.PageNameOf(picture.Index), trailingSlash);

        PageLink LinkTo(ExplainedPicture picture, SitePath paths) =>
            new(PictureViewMaker.TitleOf(classes, predictions[picture.Index]), RouteOf(picture).HrefFrom(paths));
    }
}

using Glassy.Components;
using Glassy.Content;
using Glassy.Evaluation;
using Glassy.Execution;
using Glassy.Imaging;
using Glassy.Runs;
using Glassy.Theme;

namespace Glassy.Pipelines.Made;

/// <summary>A page for each wrong prediction, below each page that explores them.</summary>
/// <param name="theme">Renders them.</param>
/// <param name="run">Whose predictions they are.</param>
/// <param name="evidence">What is known of the pictures; null on a site whose pages do not explore them.</param>
/// <param name="explorers">The pages that do.</param>
/// <param name="trailingSlash">How the site writes addresses.</param>
internal sealed class PicturePages(ScribanTheme theme, Run run, PictureEvidence? evidence, IReadOnlyList<Page> explorers, TrailingSlash trailingSlash) : IMadePages
{
    public IEnumerable<Document> Make(PageModels models, CancellationToken cancellationToken) =>
        evidence is null ? [] : explorers.SelectMany(explorer => Below(explorer, evidence, models, cancellationToken));

    private IEnumerable<Document> Below(Page explorer, PictureEvidence known, PageModels models, CancellationToken cancellationToken)
    {
        var ids = new CellIds(run.Dataset.Classes, "test");
        for (var i = 0; i < known.Explained.Count; i++)
        {
            var explained = known.Explained[i];
            var prediction = known.Predictions[explained.Index];
            var route = RouteOf(explained);
            var paths = models.PathsFrom(route);
            var view = new PictureViewMaker(run, known, paths).Of(explained, prediction) with
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
            new(TitleOf(known.Predictions[picture.Index]), RouteOf(picture).HrefFrom(paths));
    }

    private string TitleOf(Prediction prediction) => PictureViewMaker.TitleOf(run.Dataset.Classes, prediction);
}

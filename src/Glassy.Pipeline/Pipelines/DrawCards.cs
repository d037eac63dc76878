using Glassy.Cards;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Theme;

namespace Glassy.Pipelines;

/// <summary>A card beside every page that has no picture of its own. An author's own file at the same place wins.</summary>
internal sealed class DrawCards(BuildSettings build) : IModule
{
    public async Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
    {
        var site = build.Config.Site;
        var metrics = context.Outputs.Of<FoundRun>().Run.Metrics;
        var figure = TemplateFunctions.Percent(metrics.Accuracy);
        using var plain = new CardPainter(site.Title, figure: null, site.Tagline);
        using var withFigure = new CardPainter(site.Title, figure, $"of {TemplateFunctions.Number(metrics.Correct + metrics.Wrong)} test pictures read right");

        var taken = context.Outputs.FromPipeline(nameof(AssetsPipeline)).Select(document => document.Destination).ToHashSet(StringComparer.Ordinal);
        var cards = CardsOf(context.Outputs.Of<RenderedSite>(), figure)
            .DistinctBy(card => card.File).Where(card => !taken.Contains(card.File)).ToList();
        Warn([.. cards.Where(card => !plain.CanWrite(card.Title))], context);
        return await cards.SelectParallelAsync(
            card => new Document { Destination = card.File, Content = (card.HasFigure ? withFigure : plain).Draw(plain.CanWrite(card.Title) ? card.Title : "") },
            context.CancellationToken).ConfigureAwait(false);
    }

    /// <summary>A page that states the run's accuracy has it on its card, too.</summary>
    private static IEnumerable<(string File, string Title, bool HasFigure)> CardsOf(RenderedSite site, string figure)
    {
        foreach (var page in site.Pages.Where(page => page.Image is null))
        {
            yield return (page.Page.Route.CardFile, page.Page.Title, page.Markup.Says(figure));
        }

        foreach (var category in site.Map.Categories.Where(category => category.Link.Image is null))
        {
            yield return (category.Route.CardFile, category.Title, false);
        }
    }

    private static void Warn(IReadOnlyList<(string File, string Title, bool HasFigure)> unwritable, IExecutionContext context)
    {
        if (unwritable.Count > 0)
        {
            context.Report(Diagnostic.Warning(
                $"the cards' font has not all letters of the title '{unwritable[0].Title}'{(unwritable.Count > 1 ? $" and of {unwritable.Count - 1} others" : "")}: "
                + "their cards show the site's name alone; give these pages an `image` in front matter, or set `site.socialCards: false`"));
        }
    }
}

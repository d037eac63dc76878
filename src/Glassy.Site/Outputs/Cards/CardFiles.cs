using Glassy.Cards;
using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Navigation;
using Glassy.Pages;
using Glassy.Rendering;
using Glassy.Runs;
using Glassy.Theme;
using Glassy.Wording;

namespace Glassy.Outputs.Cards;

/// <summary>A card beside every page that has no picture of its own. An author's own file at the same place wins.</summary>
public static class CardFiles
{
    /// <param name="map">Where the pages are.</param>
    /// <param name="pages">The author's pages.</param>
    /// <param name="config">What the site is called.</param>
    /// <param name="run">Whose accuracy stands on the cards of pages that state it; null on a site without a run.</param>
    /// <param name="words">What is said of it.</param>
    /// <param name="taken">Files of the author's own, from the output folder.</param>
    /// <param name="cancellationToken">Stops between cards.</param>
    /// <returns>The cards, and a warning when some titles cannot be written.</returns>
    public static async Task<(IReadOnlyList<Document> Cards, IReadOnlyList<Diagnostic> Diagnostics)> DrawAsync(
        SiteMap map,
        IReadOnlyList<RenderedPage> pages,
        SiteConfig config,
        Run? run,
        Words words,
        IReadOnlySet<string> taken,
        CancellationToken cancellationToken)
    {
        var figure = run is null ? null : words.Figure(TemplateFunctions.Percent(run.Metrics.Accuracy));
        using var plain = new CardPainter(config.Title, figure: null, config.Tagline);
        using var withFigure = run is null
            ? null
            : new CardPainter(
                config.Title, figure, words.Of("card.figure", ("total", words.Whole(run.Metrics.Correct + run.Metrics.Wrong))));
        var cards = CardsOf(map, pages, figure)
            .DistinctBy(card => card.Page.Route.CardFile)
            .Where(card => !taken.Contains(card.Page.Route.CardFile))
            .ToList();
        var drawn = await cards.SelectParallelAsync(
            card => new Document
            {
                Destination = card.Page.Route.CardFile,
                // a figure is of a run
                Content = (card.HasFigure ? withFigure! : plain).Draw(plain.CanWrite(card.Page.Title) ? card.Page.Title : ""),
            },
            cancellationToken).ConfigureAwait(false);
        return (drawn, WarningOf([.. cards.Select(card => card.Page.Title).Where(title => !plain.CanWrite(title))]));
    }

    /// <summary>A page that states the run's accuracy has it on its card, too.</summary>
    private static IEnumerable<(SitePage Page, bool HasFigure)> CardsOf(SiteMap map, IReadOnlyList<RenderedPage> pages, string? figure) =>
        pages.Where(page => page.Image is null)
            .Select(page => ((SitePage)page.Page, figure is not null && page.Markup.Says(figure)))
            .Concat(map.Categories.Where(category => category.Link.Image is null).Select(category => ((SitePage)category, false)));

    private static IReadOnlyList<Diagnostic> WarningOf(IReadOnlyList<string> unwritable) => unwritable.Count == 0 ? [] :
    [
        Diagnostic.Warning(
            $"the cards' font has not all letters of the title '{unwritable[0]}'{(unwritable.Count > 1 ? $" and of {unwritable.Count - 1} others" : "")}: "
            + "their cards show the site's name alone; give these pages an `image` in front matter, or set `site.socialCards: false`"),
    ];
}

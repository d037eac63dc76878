using Glassy.Components.Comparison;
using Glassy.Navigation;
using Glassy.Pages;
using Glassy.Recipes;
using Glassy.Rendering;

namespace Glassy.Made;

/// <summary>The page of one recorded run, with its whole report. There is one for each when a page shows a table of them.</summary>
internal sealed record RunPage : SitePage
{
    /// <inheritdoc/>
    public override string Layout => "page";

    /// <inheritdoc/>
    public override bool IsListed => false;

    /// <summary>The first page with a <c>&lt;RunTable /&gt;</c>.</summary>
    public required Page Table { get; init; }

    /// <summary>The run's id.</summary>
    public required string Id { get; init; }

    /// <summary>What it says of the run.</summary>
    public required RenderedPage Report { get; init; }

    /// <summary>The pages of all recorded runs, each once; none when no page shows a table of them.</summary>
    /// <param name="map">Where pages lie.</param>
    /// <param name="rendered">The author's pages.</param>
    /// <param name="runs">Those that the project asks for; null on a site without a run.</param>
    /// <param name="report">Writes the report of a run, as its recipe calls it.</param>
    public static IEnumerable<RunPage> Of(
        SiteMap map,
        IReadOnlyList<RenderedPage> rendered,
        RunSet? runs,
        Func<RecipeRun, RenderedPage> report) =>
        FirstTable(map, rendered) is { } table && runs is not null
            ? runs.Runs.DistinctBy(run => run.Run.Id).Select(run => (run.Run.Id, Report: report(run))).Select(written => new RunPage
            {
                Id = written.Id,
                Route = written.Report.Page.Route,
                Title = written.Report.Page.Title,
                Description = written.Report.Page.Description,
                Table = table,
                Report = written.Report,
            })
            : [];

    /// <summary>The first of the pages with a table as readers come to them; those in no sidebar come last.</summary>
    private static Page? FirstTable(SiteMap map, IReadOnlyList<RenderedPage> rendered)
    {
        var tables = rendered.Where(page => page.Components.Contains(RunTable.TagName)).Select(page => page.Page).ToList();
        return map.ReadingOrder.Select(place => place.Page).OfType<Page>().FirstOrDefault(tables.Contains) ?? tables.FirstOrDefault();
    }
}

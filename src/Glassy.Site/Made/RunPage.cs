using Glassy.Components.Comparison;
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
    /// <param name="rendered">The author's pages, in the map's order.</param>
    /// <param name="runs">Those that the project asks for; null on a site without a run.</param>
    /// <param name="report">Writes the report of a run, as its recipe calls it.</param>
    public static IEnumerable<RunPage> Of(IReadOnlyList<RenderedPage> rendered, RunSet? runs, Func<RecipeRun, RenderedPage> report) =>
        rendered.FirstOrDefault(page => page.Components.Contains(RunTable.TagName)) is { Page: var table } && runs is not null
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
}

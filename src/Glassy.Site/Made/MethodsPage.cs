using Glassy.Pages;
using Glassy.Rendering;

namespace Glassy.Made;

/// <summary>How the run's figures came about, and what was checked: every site with a run has it.</summary>
internal sealed record MethodsPage : SitePage
{
    /// <inheritdoc/>
    public override string Layout => "page";

    /// <summary>What it says.</summary>
    public required RenderedPage Report { get; init; }

    public static MethodsPage Of(RenderedPage report) => new()
    {
        Report = report,
        Route = report.Page.Route,
        Title = report.Page.Title,
        Description = report.Page.Description,
    };
}

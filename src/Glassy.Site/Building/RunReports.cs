using System.Text;
using Glassy.Components.Binding;
using Glassy.Pages;
using Glassy.Recipes;
using Glassy.Rendering;

namespace Glassy.Building;

/// <summary>
/// Writes the report of any recorded run: the components that a page of the site's own run would show, on that run's figures.
/// </summary>
/// <param name="parts">With what the site is built.</param>
/// <param name="rendererOf">A renderer of pages that show something else than the site's own run.</param>
internal sealed class RunReports(SiteParts parts, Func<ComponentSite, MarkdownRenderer> rendererOf)
{
    /// <summary>The sections, by the word that names each.</summary>
    private static readonly (string Word, string Tags)[] Sections =
    [
        ("run_page.figures", "<Figures />"),
        ("run_page.confusions", "<ConfusionMatrix />\n\n<ConfusedPairs />"),
        ("run_page.classes", "<ClassReport />"),
        (
            "run_page.confidence",
            "<Calibration />\n\n<ConfidenceHistogram />\n\n<When test=\"dataset.classes.size == 2\">\n\n<ThresholdCurves />\n\n</When>"),
        ("run_page.training", "<LearningCurve />"),
        ("run_page.recipe", "<RunDetails />\n\n<ModelSummary />"),
    ];

    /// <param name="run">One of those that the project asks for.</param>
    public RenderedPage Of(RecipeRun run)
    {
        var (words, classes) = (parts.Shown.Words, run.Run.Dataset.Classes);
        var text = new StringBuilder("<Headline />\n");
        foreach (var (word, tags) in Sections)
        {
            text.Append($"\n## {words[word]}\n\n{tags}\n");
        }

        var page = new Page
        {
            Source = new PageSource($"(run {run.Run.Id})", $"runs/{run.Run.Id}.md", FrontMatter.Empty, text.ToString()),
            Route = Route.OfRun(run.Run.Id, parts.Config.Site),
            Title = words.Of("run_page.title", ("recipe", run.Recipe.Label)),
            Description = words.Of("run_page.description", ("recipe", run.Recipe.Label), ("dataset", run.Run.Dataset.Name)),
        };
        return rendererOf(ShownOf(run, classes)).Render(page);
    }

    private ComponentSite ShownOf(RecipeRun run, IReadOnlyList<string> classes) => parts.Shown with
    {
        Run = run.Run,
        Results = run.Results with { Notes = parts.Shown.Results?.Notes, Duplicates = parts.Shown.Results?.Duplicates },
        Predictions = run.Results.Predictions,
        Pictures = parts.Shown.Pictures?.Of(run.Results.Predictions, classes.Count),
        Checks = null, // they are of the site's own run
        Looks = null,
        Addresses = null, // of its files the site has none
        Assets = null,
        Drawing = null,
        Gallery = null,
    };
}

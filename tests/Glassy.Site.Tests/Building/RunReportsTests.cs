using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Glassy.Building;
using Glassy.Caching;
using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Links;
using Glassy.Metrics;
using Glassy.Pictures;
using Glassy.Recipes;
using Glassy.Runs;

namespace Glassy.Tests.Building;

/// <summary>The page that each recorded run has.</summary>
public sealed class RunReportsTests : IDisposable
{
    private const string Other = "fedcba9876543210";
    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Each_recorded_run_has_a_page_with_its_own_figures_where_a_page_shows_a_table_of_them()
    {
        var built = await BuildAsync("# Others\n\n<RunTable />\n");

        Assert.DoesNotContain(built.Diagnostics, mistake => mistake.Severity == Severity.Error);
        Assert.Equal(["runs/0123456789abcdef/index.html", $"runs/{Other}/index.html"], RunFilesOf(built));
        var page = Read(built, $"runs/{Other}/index.html");
        Assert.Equal("Run: thin", page.QuerySelector("article h1")!.TextContent);
        Assert.Equal(
            ["Figures", "Confusions", "Classes", "Confidence", "Training", "Recipe and model"],
            page.QuerySelectorAll("article h2").Select(heading => heading.TextContent.Trim().TrimEnd('#').Trim()));
        Assert.Contains("88.89%", page.QuerySelector("article")!.TextContent, StringComparison.Ordinal); // eight of nine
        Assert.Contains(
            "66.67%", Read(built, "runs/0123456789abcdef/index.html").QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("nav.crumbs a"), link => link.GetAttribute("href") == "../../page");
    }

    [Fact]
    public async Task Its_matrix_shows_the_pictures_that_it_reads_wrong_and_no_file_that_there_is_not()
    {
        var page = Read(await BuildAsync("# Others\n\n<RunTable />\n"), $"runs/{Other}/index.html");

        var wrong = Assert.Single(page.QuerySelectorAll("#cm-cat-dog img"));
        Assert.Contains("compared-0.png", wrong.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("a[href$='weights.safetensors']"));
        Assert.Equal(Other, page.QuerySelector("article")!.GetAttribute("data-run")); // whose figures are marked
    }

    [Fact]
    public async Task The_table_leads_to_them()
    {
        var built = await BuildAsync("# Others\n\n<RunTable />\n");
        Assert.Equal(
            ["../runs/0123456789abcdef", $"../runs/{Other}"],
            Read(built, "page/index.html").QuerySelectorAll(".seeds a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Without_a_table_there_are_none() => Assert.Empty(RunFilesOf(await BuildAsync("# Others\n\n<Headline />\n")));

    private static IEnumerable<string> RunFilesOf(BuiltSite built) =>
        built.Documents
            .Select(file => file.Destination!)
            .Where(file => file.StartsWith("runs/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static IDocument Read(BuiltSite built, string file) =>
        new HtmlParser().ParseDocument(built.Documents.Single(document => document.Destination == file).Text);

    private Task<BuiltSite> BuildAsync(string text)
    {
        IReadOnlyList<Prediction> predictions = [.. RecordedRun.Predictions.Select(p => p.Index == 1 ? Says(p, 1) : Says(p, p.Label))];
        var confusion = ConfusionCounts.From(3, predictions.Select(p => (p.Label, p.Predicted))).Rows;
        var run = RecordedRun.Run with
        {
            Id = Other,
            Confusion = confusion,
            Metrics = RecordedRun.Run.Metrics with { Accuracy = 8 / 9.0, Correct = 8, Wrong = 1 }
        };
        var other = new RecipeRun(
            new Recipe("thin", RecipeSet.Quick, run.Options, []), run, isNew: false, () => RunResults.Of(run, predictions));
        var shown = RecordedRun.Site with
        {
            Project = _project.Folder,
            Runs = new RunSet([.. RecordedRun.Site.Runs!.Runs, other], []),
            Pictures = RecordedRun.Pictures with
            {
                Compared = [new ExportedPicture("assets/datasets/pets/compared/00001.png", "assets/strips/compared-0.png", 0, 1, 0, 0)]
            },
        };
        var parts = SiteParts.Of(
            _project.Folder,
            _project.PathOf("input"),
            new GlassyConfig(),
            shown,
            new Dictionary<string, SourceFile>(),
            new StageCache(_project.PathOf(".cache")));
        var texts = new SiteTexts([new InputText("input/page.md", "page.md", text)], new Dictionary<string, string>());
        return new SiteBuilder(parts).BuildAsync(texts, TestContext.Current.CancellationToken);
    }

    private static Prediction Says(Prediction prediction, int label) =>
        new(prediction.Index, prediction.Label, label, [.. Enumerable.Range(0, 3).Select(c => MathF.Log(c == label ? 0.75f : 0.125f))]);
}

using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Glassy.Checking;
using Glassy.Progress;

namespace Glassy.BrowserTests;

/// <summary>The built site as files: where its links lead, and whether its numbers are the run's. Needs no browser.</summary>
public sealed class SiteTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, IHtmlDocument>> Pages = new(() =>
        Directory.EnumerateFiles(BuiltSite.Folder, "*.html", SearchOption.AllDirectories)
            .ToDictionary(
                path => Path.GetRelativePath(BuiltSite.Folder, path).Replace('\\', '/'),
                path => new HtmlParser().ParseDocument(File.ReadAllText(path))));

    private static readonly Lazy<JsonElement> Run = new(() =>
    {
        var id = WriteUp.QuerySelector("footer code")!.TextContent; // the footer names the run
        var path = Path.Combine(BuiltSite.Repository(), "data", "runs", id, "run.json");
        return JsonDocument.Parse(File.ReadAllText(path)).RootElement;
    });

    private static IHtmlDocument WriteUp => Pages.Value["image-classification/glassy/index.html"];

    [Fact]
    public async Task Every_link_and_picture_leads_to_a_file_and_every_anchor_to_an_element()
    {
        var check = await new SiteChecker(BuiltSite.Folder, "/", NoProgress.Instance).CheckAsync(TestContext.Current.CancellationToken);

        Assert.Empty(check.Problems);
        Assert.InRange(check.Addresses, 100, int.MaxValue);
    }

    [Fact]
    public void Ids_are_unique_on_each_page()
    {
        foreach (var (name, page) in Pages.Value)
        {
            var repeated = page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => $"{name}#{g.Key}");
            Assert.Empty(repeated);
        }
    }

    [Fact]
    public void There_are_as_many_wrong_prediction_files_as_wrong_predictions()
    {
        var folder = Path.Combine(BuiltSite.Folder, "assets", "datasets", DatasetName, "wrong-predictions");

        Assert.Equal(
            Run.Value.GetProperty("metrics").GetProperty("wrong").GetInt32(),
            Directory.EnumerateFiles(folder, "*.png", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public void The_confusion_matrix_is_the_runs()
    {
        var expected = Run.Value.GetProperty("confusion").EnumerateArray()
            .Select(row => row.EnumerateArray().Select(cell => cell.GetInt32()).ToArray()).ToArray();

        var rows = WriteUp.QuerySelector("figure.matrix")!.QuerySelectorAll("tbody tr")
            .Select(row => row.QuerySelectorAll("td.hit, td.miss, td.zero").Select(Whole).ToArray()).ToArray();

        Assert.Equal(expected, rows);
    }

    [Fact]
    public void Class_counts_are_the_runs()
    {
        var dataset = Run.Value.GetProperty("dataset");
        int[] expected = [.. new[] { "train", "test" }.SelectMany(split =>
            dataset.GetProperty(split).GetProperty("perClass").EnumerateArray().Select(n => n.GetInt32()))];

        var shown = Pages.Value["image-classification/making/index.html"]
            .QuerySelectorAll("figure")
            .Where(f => f.QuerySelector("td.share") is not null)
            .SelectMany(f => f.QuerySelectorAll("tbody tr").Select(row => Whole(row.QuerySelector("td.number")!)));

        Assert.Equal(expected, shown);
    }

    [Fact]
    public void The_class_report_and_the_headline_are_the_runs()
    {
        var metrics = Run.Value.GetProperty("metrics");
        string[] expected =
        [
            .. Run.Value.GetProperty("perClass").EnumerateArray().SelectMany(c => new[]
            {
                Percent(c, "precision"), Percent(c, "recall"), Percent(c, "f1"),
            }),
            Percent(metrics, "macroPrecision"), Percent(metrics, "macroRecall"), Percent(metrics, "macroF1"),
        ];

        var report = Pages.Value["image-classification/results/index.html"]
            .QuerySelectorAll("figure")
            .Single(f => f.TextContent.Contains("told from the others", StringComparison.Ordinal));
        // an interval follows
        var shown = report
            .QuerySelectorAll("tbody tr, tfoot tr:first-child")
            .SelectMany(row => row.QuerySelectorAll("td").Take(3))
            .Select(td => td.FirstChild?.TextContent.Trim());

        Assert.Equal(expected, shown);
        Assert.Equal(Percent(metrics, "accuracy"), Pages.Value["index.html"].QuerySelector(".headline .figure")!.TextContent);
    }

    [Fact]
    public void Every_picture_has_an_alternative_text_and_its_size()
    {
        var lacking = Pages.Value.SelectMany(page => page.Value.QuerySelectorAll("img")
            .Where(img => !img.HasAttribute("alt") || (!HasSize(img)
                && img.Closest(".digits, .evidence")?.GetAttribute("style")?.Contains("--nh:", StringComparison.Ordinal) != true))
            .Select(img => $"{page.Key}: {img.OuterHtml}"));

        Assert.Empty(lacking);
    }

    private static bool HasSize(AngleSharp.Dom.IElement img) => img.HasAttribute("width") && img.HasAttribute("height");

    private static string DatasetName => Run.Value.GetProperty("dataset").GetProperty("name").GetString()!; // run.json has one

    private static int Whole(IElement cell) =>
        int.Parse(cell.TextContent.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static string Percent(JsonElement owner, string name) =>
        (owner.GetProperty(name).GetDouble() * 100).ToString("F2", CultureInfo.InvariantCulture) + "%";
}

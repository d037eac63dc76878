using System.Text.Json;
using AngleSharp.Html.Parser;

namespace Glassy.Tests.Pipelines;

/// <summary>A built site about test pictures that come in groups.</summary>
public sealed class GroupIntervalsTests : IDisposable
{
    private readonly ScratchProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData(12, "2,000 draws of 12 groups", "bootstrap of 2,000 draws of 12 groups", "true")]
    [InlineData(5, "without an interval for pictures in 5 groups", "pictures come in only 5 groups", "false")]
    public async Task Where_pictures_come_in_groups_it_is_said_by_how_many_the_interval_is_drawn_or_that_there_is_none(
        int groups,
        string headline,
        string figures,
        string areEnough)
    {
        _project.Write(
            "input/index.md", "---\nslug: /\n---\n# Groups\n\nInterval: {{ report.accuracy_interval }}.\n\n<Headline />\n\n<Figures />\n");
        _project.Write(
            "groups.csv", "split,index,group\n" + string.Concat(Enumerable.Range(0, 15).Select(i => $"test,{i},writer {i % groups}\n")));
        _project.Write("p.csv", "index,predicted\n"
            + string.Concat(Enumerable.Range(0, 15).Select(i => $"{i},{ScratchProject.Classes[(i / 5 + (i % 4 == 0 ? 1 : 0)) % 3]}\n")));
        _project.Write(
            "glassy.yml",
            "dataset: { name: flowers, attributes: groups.csv }\nruns: [{name: net, predictions: p.csv}]\nsite: {title: T}\n");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.False(built.Failed, built.Errors);
        var page = new HtmlParser().ParseDocument(_project.Read("output/index.html"));
        Assert.Contains(headline, page.QuerySelector(".headline")!.TextContent, StringComparison.Ordinal); // the page has one
        Assert.Contains(figures, page.Body!.TextContent, StringComparison.Ordinal); // a page has a body
        Assert.Equal(
            areEnough == "false",
            page.Body.TextContent.Contains($"Interval: none, for pictures in {groups} groups.", StringComparison.Ordinal));
        var results = JsonDocument.Parse(_project.Read("output/results.json")).RootElement;
        Assert.Empty(SchemaCheck.Mistakes(JsonDocument.Parse(_project.Read("output/results.schema.json")).RootElement, results));
        Assert.Equal(
            $$"""{"count":{{groups}},"areEnough":{{areEnough}}}""",
            results.GetProperty("groups").GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(
            areEnough == "true",
            results.GetProperty("intervals").EnumerateArray().Any(interval => interval.GetProperty("name").GetString() == "accuracy"));
    }
}

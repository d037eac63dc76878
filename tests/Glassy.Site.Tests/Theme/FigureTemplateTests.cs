using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Glassy.Comparison;
using Glassy.Components.Comparison;
using Glassy.Components.Figures;
using Glassy.Components.Pictures;
using Glassy.Execution;
using Glassy.Metrics;
using Glassy.Sources;
using Glassy.Theme;

namespace Glassy.Tests.Theme;

/// <summary>Templates of figures where there is little to show.</summary>
public sealed class FigureTemplateTests
{
    private static readonly ScribanTheme Theme = new(new ProjectFolder(Path.Combine(Path.GetTempPath(), "glassy-no-such-project")));

    [Fact]
    public void Without_label_notes_a_sentence_says_so() => Assert.Equal(
        "Nothing is known of wrong labels in this dataset's test split: it has no data/datasets/pets/label-notes.yml.",
        Render(
            "LabelNotes",
            new LabelNotesComponent.Model("data/datasets/pets/label-notes.yml", null, null, null, 56, 28, 28, [])).TextContent.Trim());

    [Fact]
    public void Without_mistakes_no_pairs_are_listed() => Assert.Equal(
        "Every test picture was read right: no two classes were confused.",
        Render("ConfusedPairs", new ConfusedPairs.Model([], 0, [], 0)).TextContent.Trim());

    [Fact]
    public void A_class_without_test_pictures_has_a_dash_in_place_of_a_recall()
    {
        var unseen = new ClassFigures("unseen", new Proportion(0, 0), new Proportion(0, 0), null);
        var report = Render("ClassReport", new ClassReport.Model(
            [unseen], new ClassMetrics("m", 0, 0, 0, 0), new ClassMetrics("w", 0, 0, 0, 0), 0, 0, Tested: 0, Classes: 1, Some: null));
        Assert.Equal("Macro mean of the 0 classes with test pictures", report.QuerySelector("tfoot th")!.TextContent);
        Assert.Equal(["–", "–", "–", "0"], report.QuerySelectorAll("tbody td").Select(cell => cell.TextContent));
        var bars = Render("RecallBars", new RecallBars.Model(RawHtml.Empty, [unseen], Some: null));
        Assert.Equal(["–", "–", "0", "0"], bars.QuerySelectorAll("tbody td").Select(cell => cell.TextContent));
    }

    [Fact]
    public void A_calibration_error_stands_beside_its_interval_and_what_a_temperature_makes_of_it()
    {
        var diagram = ReliabilityDiagram.EqualWidth([new Prediction(0, 0, 0, [-0.1f, -2.35f])]);
        var text = Render("Calibration", new Calibration.Model(
            RawHtml.Empty,
            diagram,
            diagram,
            NamesOf(diagram),
            NamesOf(diagram),
            1,
            new FigureInterval("e", new Interval(0, 0.125), Noise: 0.25),
            new TemperatureScaling(1.25, 4000, 0.5, 0.0625))).TextContent;

        Assert.Contains(
            "the 95% interval is 0.00–12.50%. By chance alone a model that is right as often as it says would have up to 25.00%.",
            text,
            StringComparison.Ordinal);
        Assert.Contains(
            "With the temperature 1.25, fitted on 4,000 pictures that were held out of training, it would be 6.25% and the log loss 0.5000; no answer changes.",
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Where_not_all_classes_are_shown_it_is_said_with_the_file_that_has_them()
    {
        var some = new SomeClasses(1, 1200, "../results.json");
        var row = new ClassFigures("cat", new Proportion(1, 2), new Proportion(1, 3), 0.4);
        var report = Render("ClassReport", new ClassReport.Model(
            [row], new ClassMetrics("m", 0, 0, 0, 0), new ClassMetrics("w", 0, 0, 0, 0), 0, 3, Tested: 1200, Classes: 1200, some));
        Assert.EndsWith(
            "The 1 of 1,200 classes with the lowest recall; results.json has all.",
            report.QuerySelector("figcaption")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal("../results.json", report.QuerySelector("figcaption a")!.GetAttribute("href"));
        Assert.Equal("Macro mean", report.QuerySelector("tfoot th")!.TextContent);

        var bars = Render("RecallBars", new RecallBars.Model(RawHtml.Empty, [row], some));
        Assert.EndsWith(
            "The 1 of 1,200 classes with the lowest recall; results.json has all.",
            bars.QuerySelector("figcaption")!.TextContent,
            StringComparison.Ordinal);
        var counts = Render("ClassCounts", new ClassCounts.Model("Pictures", "train", 3, [new ClassCounts.Row("cat", 1, 0.3)], some));
        Assert.Equal(
            "Pictures The 1 of 1,200 classes with the fewest pictures; results.json has all.",
            counts.QuerySelector("figcaption")!.TextContent);
    }

    [Fact]
    public void Of_a_large_matrix_the_other_classes_are_one_row_and_one_column()
    {
        ConfusionMatrixCell[] cells = [new(1, 0.2, 0.2, true, "cat", null), new(2, 0.4, 0.6, false, "cat as dog", null)];
        var body = Render("ConfusionMatrix", new ConfusionMatrixModel(
            "Matrix", 20, 8, ["cat", "dog"], [new("cat", 5, 0.2, cells, Others: 2), new("dog", 6, 0.5, cells, Others: 3)], [4, 7])
        {
            Group = "matrix-1",
            Others = new OtherClasses(
                Count: 98, Shown: 2, PredictedAs: [2, 1], AmongThemselves: 6, Total: 9, Predicted: 11, "../results.json"),
        });
        Assert.Contains(
            "The 2 of 100 classes of the most frequent confusions; results.json has the whole matrix.",
            body.QuerySelector("figcaption")!.TextContent,
            StringComparison.Ordinal);
        Assert.Contains("98 others", body.QuerySelectorAll("thead th").Select(cell => cell.TextContent));
        Assert.Equal(
            ["1", "2", "2", "5", "20.0%"], body.QuerySelector("tbody tr")!.QuerySelectorAll("td").Select(cell => cell.TextContent));
        var foot = body
            .QuerySelectorAll("tfoot tr")
            .Select(row => string.Join(' ', row.QuerySelectorAll("th, td").Select(cell => cell.TextContent)).Trim());
        Assert.Equal(["98 others 2 1 6 9", "Total 4 7 11 20 40.0%"], foot);
    }

    [Fact]
    public void A_class_without_pictures_has_a_dash_for_its_recall_beside_the_matrix()
    {
        ConfusionMatrixCell[] cells = [new(0, 0, 0, true, "cat", null), new(0, 0, 0, false, "cat as dog", null)];
        var body = Render("ConfusionMatrix", new ConfusionMatrixModel(
            "Matrix",
            2,
            2,
            ["cat", "dog"],
            [new("cat", 0, 0, cells, Others: 0), new("dog", 2, 1, [cells[1], new(2, 1, 1, true, "dog", null)], Others: 0)],
            [0, 2])
        {
            Group = "matrix-1",
        });
        Assert.Equal(["–", "100.0%"], body.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td")[^1].TextContent));
    }

    /// <summary>On a phone the heads are not seen, and the rows are cards.</summary>
    [Fact]
    public void Each_value_of_a_comparison_says_its_head_and_the_table_stays_one_for_those_who_hear_it()
    {
        var body = Render("CompareRuns", new CompareRuns.Model(
            "../runs.css", "plain", "thin", [], new PairedCounts(4, 2, 1, 1), "1", "0.8",
            [
                new ComparedFigure("Accuracy", "60%", "70%", "+10.00", "5–15", "better"),
                new ComparedFigure("Loss", "2", "1", "−1", "−2–0", "open")
            ],
            IsComplete: true, new CompareRuns.Group(0, []), new CompareRuns.Group(0, []), ["cat"], [[1]], Some: null, 1, 8, 8));
        var table = body.QuerySelector("table.stacked")!; // it is there
        var heads = table.QuerySelectorAll("thead th").Select(head => head.TextContent).Skip(1).ToList();

        Assert.Equal(["plain", "thin", "Difference", "95% interval"], heads);
        Assert.All(
            table.QuerySelectorAll("tbody tr"),
            row => Assert.Equal(heads, row.QuerySelectorAll("td").Select(cell => cell.GetAttribute("data-head"))));
        Assert.Equal(["table", "columnheader", "rowheader", "cell"], new[]
        {
            "table.stacked",
            ".stacked thead th",
            ".stacked tbody th",
            ".stacked td"
        }.Select(part => body.QuerySelector(part)!.GetAttribute("role")));
        Assert.NotNull(body.Owner!.QuerySelector("link[rel=stylesheet][href='../runs.css']")); // a body has an owner
    }

    [Fact]
    public void Bins_without_predictions_are_no_rows()
    {
        var diagram = ReliabilityDiagram.EqualWidth([new Prediction(0, 0, 0, [-0.1f, -2.35f])]);
        var body = Render("Calibration", new Calibration.Model(
            RawHtml.Empty,
            diagram,
            ReliabilityDiagram.EqualMass([new Prediction(0, 0, 0, [-0.1f, -2.35f])]),
            NamesOf(diagram),
            ["all of it"],
            1,
            Error: null,
            Scaled: null));
        Assert.Equal(["bin 14", "all of it"], body.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
    }

    private static IReadOnlyList<string> NamesOf(ReliabilityDiagram diagram) => [.. diagram.Bins.Select((_, i) => $"bin {i + 1}")];

    [Fact]
    public void What_a_test_set_cannot_show_is_a_dash_with_its_reason()
    {
        var model = new Power.Model(
            400, "Paired.", "Unpaired.", "Half.", [new("same", 0.01, "–", "3,138"), new("others", null, "5.18", "55,252")], HasDash: true);
        var body = Render("Power", model);

        Assert.Equal("Paired. Unpaired. Half.", body.QuerySelector("p")!.TextContent);
        Assert.Equal(["1.00%", "–", "3,138", "–", "5.18", "55,252"], body.QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Contains(
            "Least difference shown by 400 pictures, in points", body.QuerySelector("thead")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("A dash:", body.QuerySelectorAll("p.foot")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Connor's formula (1987)", body.QuerySelectorAll("p.foot")[1].TextContent, StringComparison.Ordinal);
        Assert.Single(Render("Power", model with { HasDash = false }).QuerySelectorAll("p.foot"));
    }

    private static IElement Render(string component, object model) =>
        // the parser always makes a body
        new HtmlParser().ParseDocument(
            Theme.Render($"components/{component}.html", model, TestContext.Current.CancellationToken).Value).Body!;
}

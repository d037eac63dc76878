using AngleSharp.Dom;
using AngleSharp.Html.Parser;
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
        Render("LabelNotes", new LabelNotesComponent.Model("data/datasets/pets/label-notes.yml", null, null, null, 56, 28, 28, [])).TextContent.Trim());

    [Fact]
    public void Without_mistakes_no_pairs_are_listed() => Assert.Equal(
        "Every test picture was read right: no two classes were confused.",
        Render("ConfusedPairs", new ConfusedPairs.Model([], 0, [], 0)).TextContent.Trim());

    [Fact]
    public void A_class_without_test_pictures_has_a_dash_in_place_of_a_recall()
    {
        var unseen = new ClassFigures("unseen", new Proportion(0, 0), new Proportion(0, 0), 0);
        var report = Render("ClassReport", new ClassReport.Model([unseen], new ClassMetrics("m", 0, 0, 0, 0), new ClassMetrics("w", 0, 0, 0, 0), 0, 0, Tested: 0));
        Assert.Equal("Macro mean of the 0 classes with test pictures", report.QuerySelector("tfoot th")!.TextContent);
        Assert.Equal(["–", "–", "–", "0"], report.QuerySelectorAll("tbody td").Select(cell => cell.TextContent));
        var bars = Render("RecallBars", new RecallBars.Model(RawHtml.Empty, [unseen]));
        Assert.Equal(["–", "–", "0", "0"], bars.QuerySelectorAll("tbody td").Select(cell => cell.TextContent));
    }

    [Fact]
    public void Bins_without_predictions_are_no_rows()
    {
        var diagram = ReliabilityDiagram.EqualWidth([new Prediction(0, 0, 0, [-0.1f, -2.35f])]);
        var body = Render("Calibration", new Calibration.Model(RawHtml.Empty, diagram, ReliabilityDiagram.EqualMass([new Prediction(0, 0, 0, [-0.1f, -2.35f])]), 1));
        Assert.Equal(2, body.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("86.7% to 93.3%", body.QuerySelector("tbody th")!.TextContent);
    }

    private static IElement Render(string component, object model) =>
        new HtmlParser().ParseDocument(Theme.Render($"components/{component}.html", model, TestContext.Current.CancellationToken).Value).Body!; // the parser always makes a body
}

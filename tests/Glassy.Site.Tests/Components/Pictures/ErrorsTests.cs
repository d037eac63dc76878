using Glassy.Components.Figures;
using Glassy.Components.Pictures;
using Glassy.Publishing;

namespace Glassy.Tests.Components.Pictures;

/// <summary>The confusion matrix' way to its pictures.</summary>
public sealed class ErrorsTests
{
    [Fact]
    public void A_cell_leads_to_its_pictures_below_the_matrix()
    {
        var model = Model<ConfusionMatrixModel>("<ConfusionMatrix />");

        Assert.Equal("#cm-dog-cat", model.Rows[1].Cells[0].Href);
        Assert.Equal(["cm-dog-cat", "cm-cat-big-fish"], model.Cells.Where(cell => !cell.IsDiagonal).Select(cell => cell.Id));
        Assert.Equal([4, 6], model.Cells[0].Pictures.Select(picture => picture.Index));
    }

    [Fact]
    public void Cells_with_as_many_pictures_are_in_the_matrix_order()
    {
        var predictions = RecordedRun.Predictions.Select(
            prediction => prediction.Index == 4 ? prediction with { Predicted = 2 } : prediction);
        var site = new SiteFixture("<ConfusionMatrix />", RecordedRun.Site with { Predictions = [.. predictions] });

        var cells = site.Templates.Model<ConfusionMatrixModel>().Cells;

        Assert.Equal(["cm-cat-big-fish", "cm-dog-cat", "cm-dog-big-fish"], cells.Where(cell => !cell.IsDiagonal).Select(cell => cell.Id));
    }

    [Fact]
    public void The_pictures_that_were_read_right_are_the_first_of_their_class()
    {
        var right = Assert.Single(Model<ConfusionMatrixModel>("<ConfusionMatrix />").Cells, cell => cell.Id == "cm-cat-cat");

        Assert.Equal((3, 4, true), (right.Count, right.OfTruth, right.IsDiagonal));
        Assert.Equal([0, 1], right.Pictures.Select(picture => picture.Index));
    }

    [Fact]
    public void With_a_page_for_the_errors_the_cells_lead_there_and_the_pictures_are_not_repeated()
    {
        var site = new SiteFixture("-- a.md --\n<ConfusionMatrix errors=\"./errors.md\" />\n-- errors.md --\n# Errors\n", RecordedRun.Site);

        var model = site.Templates.Model<ConfusionMatrixModel>();

        Assert.Empty(site.Problems);
        Assert.Equal("../errors#cm-dog-cat", model.Rows[1].Cells[0].Href);
        Assert.Empty(model.Cells);
    }

    [Fact]
    public void The_cells_of_the_drawings_have_names_of_their_own()
    {
        var model = Model<ConfusionMatrixModel>("<ConfusionMatrix set=\"custom\" />");

        Assert.Equal("#cm-custom-big-fish-cat", model.Rows[2].Cells[0].Href);
        Assert.Equal(["cm-custom-cat-cat", "cm-custom-big-fish-cat"], model.Cells.Select(cell => cell.Id));
        Assert.Equal("cat predicted as cat, drawing cat.png", Assert.Single(model.Cells[0].Pictures).Tile.Alt);
    }

    [Fact]
    public void A_drawing_has_no_page_among_the_errors()
    {
        var site = new SiteFixture("# T\n\n<ConfusionMatrix set=\"custom\" errors=\"./page.md\" />", RecordedRun.Site);

        Assert.Equal(
            "input/page.md:3:38: <ConfusionMatrix> `errors` is for set=\"test\": the drawings are shown on this page",
            Assert.Single(site.Problems));
    }

    [Fact]
    public void The_explorer_has_every_wrong_prediction_with_a_page_of_its_own()
    {
        var model = Model<ErrorsExplorer.Model>("<ErrorsExplorer />");

        Assert.Equal((3, 9), (model.Wrong, model.Total));
        Assert.Equal(
            ["../page/4", "../page/6", "../page/3"], model.Cells.SelectMany(cell => cell.Pictures).Select(picture => picture.Href));
        var picture = model.Cells[0].Pictures[0];
        Assert.Equal(0.75, picture.PredictedProbability!.Value, 1e-6);
        Assert.Equal(0.125, picture.TrueProbability!.Value, 1e-6);
        Assert.Equal(-Math.Log(0.125), picture.Loss!.Value, 1e-6);
        Assert.Equal("dog predicted as cat, test picture 4; label doubted: people read cat", picture.Tile.Alt);
    }

    [Fact]
    public void The_pictures_and_files_of_a_run_that_is_not_the_primary_one_are_elsewhere()
    {
        var addresses = new RunAddresses("fedc", "pets", isPrimary: false);
        var site = new SiteFixture("<ErrorsExplorer />\n\n<Figures />", RecordedRun.Site with { Addresses = addresses });

        var explorer = site.Templates.Model<ErrorsExplorer.Model>();
        Assert.Equal(
            ["../page/fedc/4", "../page/fedc/6", "../page/fedc/3"],
            explorer.Cells.SelectMany(cell => cell.Pictures).Select(picture => picture.Href));
        Assert.Equal("../assets/runs/fedc/results.json", site.Templates.Model<FiguresComponent.Model>().Downloads!.Results);
    }

    [Fact]
    public void Pairs_and_the_wall_lead_to_the_page_of_the_errors()
    {
        var pairs = Model<ConfusedPairs.Model>("<ConfusedPairs errors=\"./page.md\" />");
        var wall = Model<DigitWall.Model>("<DigitWall errors=\"./page.md\" />");

        Assert.Equal(["../page#cm-dog-cat", "../page#cm-cat-big-fish"], pairs.Ordered.Select(entry => entry.Href));
        Assert.Equal(
            ["../page#picture-3", "../page#picture-4", "../page#picture-6"],
            wall.Tiles.Where(tile => tile.Correct == false).Select(tile => tile.Href));
    }

    [Fact]
    public void Without_a_run_the_explorer_says_so()
    {
        var site = new SiteFixture("# T\n\n<ErrorsExplorer />", RecordedRun.Site with { Run = null });

        Assert.Equal("input/page.md:3:1: <ErrorsExplorer>: there is no run; train first", Assert.Single(site.Problems));
    }

    [Theory]
    [InlineData(25, 0)]
    [InlineData(26, 20)]
    public void The_worst_confusions_of_a_matrix_too_large_to_be_taken_in_are_listed(int classes, int listed)
    {
        var run = RecordedRun.Run with
        {
            Dataset = RecordedRun.Run.Dataset with { Classes = [.. Enumerable.Range(0, classes).Select(c => $"c{c}")] },
            Confusion = [.. Enumerable.Range(0, classes)
                .Select(truth => (int[])[.. Enumerable.Range(0, classes).Select(predicted => (truth, predicted) == (2, 3) ? 9 : 1)])],
        };
        var site = new SiteFixture("<ConfusionMatrix errors=\"./page.md\" />", RecordedRun.Site with { Run = run });

        var worst = site.Templates.Model<ConfusionMatrixModel>().Worst;

        Assert.Equal(listed, worst.Count);
        Assert.All(worst.Take(1), cell => Assert.Equal($"c2 predicted as c3: 9 of {classes + 8}", cell.Title));
    }

    private static T Model<T>(string tag) => new SiteFixture(tag, RecordedRun.Site).Templates.Model<T>();
}

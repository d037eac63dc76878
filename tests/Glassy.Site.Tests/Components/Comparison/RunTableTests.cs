using Glassy.Components.Comparison;
using Glassy.Datasets.Duplicates;
using Glassy.Recipes;
using Glassy.Runs;

namespace Glassy.Tests.Components.Comparison;

public sealed class RunTableTests
{
    private static readonly RunSet Set = new(
        [
            RunOf("plain", 6, RecordedRun.Run.Id),
            RunOf("sweep", 5, "b", ("epochs", "3"), ("seed", "1")), RunOf("sweep", 7, "c", ("epochs", "3"), ("seed", "2")),
            RunOf("sweep", 6, "d", ("epochs", "3"), ("seed", "3")),
            RunOf("sweep", 9, "e", ("epochs", "5"), ("seed", "1")),
        ],
        [new Recipe("sweep", RecipeSet.Full, new TrainingOptions(), [new VariedOption("epochs", "9")])]);

    [Fact]
    public void Runs_that_differ_by_their_seed_share_a_row_with_the_interval_of_their_mean()
    {
        var model = Model("<RunTable />");

        Assert.Equal(
            // 6/9 ± 4.3027 · (1/9) / √3, by R's qt(0.975, 2)
            [("plain", true, 1, ""), ("sweep, epochs 3", false, 3, "39.07–94.27%"), ("sweep, epochs 5", false, 1, "")],
            model.Rows.Select(row => (row.Name, row.IsPrimary, row.Seeds.Count, row.Interval)));
        Assert.Equal([6.0 / 9, 6.0 / 9, 1], model.Rows.Select(row => Math.Round(row.Accuracy, 12)), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal([null, 0.3907, null], model.Rows.Select(row => row.Low is { } low ? Math.Round(low, 4) : (double?)null));
        Assert.Equal((0.3, 1.0, 1000L), (model.Rows[1].Loss, model.Rows[1].Seconds, model.Rows[1].Parameters));
        Assert.Equal((9, "sweep, epochs 9"), (model.Pictures, Assert.Single(model.Missing)));
    }

    [Fact]
    public void Each_seed_leads_to_the_page_of_its_run() =>
        Assert.Equal("../runs/e", Assert.Single(Model("<RunTable />").Rows[2].Seeds).Href);

    [Fact]
    public void One_recipe_alone_can_be_asked_for() =>
        Assert.Equal(["epochs 3", "epochs 5"], Model("<RunTable recipe=\"sweep\" />").Rows.Select(row => row.Name));

    [Fact]
    public void A_recipe_of_which_nothing_varies_keeps_its_name() =>
        Assert.Equal("plain", Assert.Single(Model("<RunTable recipe=\"plain\" />").Rows).Name);

    [Fact]
    public void A_small_curve_goes_from_its_least_to_its_greatest_value()
    {
        Assert.Contains(
            "points=\"2.0,16.0 62.0,2.0\"/><circle cx=\"62.0\" cy=\"2.0\" r=\"2\"",
            Sparkline.Of([0.25, 0.75]).Value,
            StringComparison.Ordinal);
        Assert.Contains("points=\"32.0,9.0\"/>", Sparkline.Of([0.5]).Value, StringComparison.Ordinal);
        Assert.Contains("points=\"2.0,16.0 62.0,2.0\"/>", Sparkline.Of([0.25, double.NaN, 0.75]).Value, StringComparison.Ordinal);
        Assert.Contains("points=\"\"/></svg>", Sparkline.Of([double.NaN]).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_recipe_is_named_with_those_that_there_are() => Assert.StartsWith(
        "input/page.md:1:18: <RunTable> `recipe` cannot be `swep`; did you mean `sweep`?",
        Assert.Single(new SiteFixture("<RunTable recipe=\"swep\" />", RecordedRun.Site with { Runs = Set }).Problems),
        StringComparison.Ordinal);

    [Fact]
    public void Groups_that_both_splits_have_are_said_as_equal_pictures_are()
    {
        var results = RecordedRun.Results with
        {
            Duplicates = new DuplicateReport([], [], 0, [], [], [], true, new SharedGroups(3, 4, 5, ["ann"]))
        };
        var site = new SiteFixture("<RunTable />", RecordedRun.Site with { Runs = Set, Results = results });

        Assert.Equal(
            "1 of 4 groups of the test split is also in the training split, with 5 of 9 test pictures: who learned from one picture of a group knows something of the others.",
            site.Templates.Model<RunTable.Model>().Leaks);
        Assert.Null(Model("<RunTable />").Leaks);
    }

    private static RunTable.Model Model(string tag)
    {
        var fixture = new SiteFixture(tag, RecordedRun.Site with { Runs = Set });
        Assert.Empty(fixture.Problems);
        return fixture.Templates.Model<RunTable.Model>();
    }

    private static RecipeRun RunOf(string name, int correct, string id, params (string Key, string Value)[] varied)
    {
        var run = RecordedRun.Run with { Id = id, Metrics = RecordedRun.Run.Metrics with { Accuracy = correct / 9.0 } };
        var recipe = new Recipe(
            name, RecipeSet.Quick, run.Options, [.. varied.Select(option => new VariedOption(option.Key, option.Value))]);
        return new RecipeRun(recipe, run, isNew: false, () => RecordedRun.Results);
    }
}

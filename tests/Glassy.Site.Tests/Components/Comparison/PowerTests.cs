using Glassy.Components.Binding;
using Glassy.Components.Comparison;
using Glassy.Metrics;
using Glassy.Recipes;
using Glassy.Runs;

namespace Glassy.Tests.Components.Comparison;

/// <summary>Of 400 pictures each run misreads 40 that follow each other; the figures were computed in another language.</summary>
public sealed class PowerTests
{
    private const int Pictures = 400;

    [Fact]
    public void The_least_the_median_and_the_most_disagreement_with_the_sites_run_are_rows_and_the_last_is_of_other_pictures()
    {
        var model = Model(Of("site", 0), Of("far", 20), Of("near", 2), Of("between", 8));

        Assert.Equal(
            [
                ("on the same pictures, as near: the least", 0.01, "–", "3,138"),
                ("on the same pictures, as usual here: the median", 0.04, "2.79", "12,556"),
                ("on the same pictures, as far: the most", 0.1, "4.42", "31,394"),
                ("each on pictures of its own", null, "5.18", "55,252"),
            ],
            model.Rows.Select(row => (row.Name, row.Discordance, row.Difference, row.Needed)));
        Assert.True(model.HasDash);
        Assert.Equal(
            "Two models that both answer these 400 test pictures, 4.00% of which only one of them has right (the median of this site's run and 3 others), "
                + "are told apart if their accuracies differ by 2.79 percentage points.",
            model.Paired);
        Assert.Equal(
            "If each had pictures of its own, as many, the other would have to be better than this one by 5.18 points.", model.Unpaired);
        Assert.Equal("Half a point would need 12,556 pictures that both answer.", model.Half);
    }

    [Fact]
    public void Between_two_other_runs_the_median_is_their_mean() =>
        Assert.Equal([0.01, 0.025, 0.04, null], Model(Of("site", 0), Of("far", 8), Of("near", 2)).Rows.Select(row => row.Discordance));

    [Fact]
    public void One_other_run_is_named_and_a_run_that_two_recipes_ask_for_counts_once()
    {
        var model = Model(Of("site", 0), Of("again", 0, "site"), Of("other", 8), Of("too", 8, "other"));

        Assert.Equal(["on the same pictures, as other", "each on pictures of its own"], model.Rows.Select(row => row.Name));
        Assert.Contains("(as of this site's run and other)", model.Paired, StringComparison.Ordinal);
        Assert.False(model.HasDash);
    }

    [Fact]
    public void With_one_run_mistakes_are_taken_as_independent_and_that_is_said()
    {
        var model = Model(Of("site", 0));

        Assert.Equal(0.18, model.Rows[0].Discordance!.Value, 12); // 0.9 · 0.1 either way
        Assert.Contains(
            "18.00% of which only one of them has right (as if their mistakes were independent: there is no second run",
            model.Paired,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_that_never_disagree_are_not_told_apart_and_no_number_is_made_up()
    {
        var model = Model(Of("site", 0), Of("twin", 0));

        Assert.Equal(("–", "–"), (model.Rows[0].Difference, model.Rows[0].Needed));
        Assert.Contains("they disagree too seldom", model.Paired, StringComparison.Ordinal);
        Assert.StartsWith("By half a point they cannot differ", model.Half, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_run_it_is_a_mistake() => Assert.EndsWith(
        "<Power>: there is no run; train first", Assert.Single(new SiteFixture("<Power />").Problems), StringComparison.Ordinal);

    private static Power.Model Model(params RecipeRun[] runs)
    {
        var fixture = new SiteFixture("<Power />", Site(runs));
        Assert.Empty(fixture.Problems);
        return fixture.Templates.Model<Power.Model>();
    }

    /// <summary>A site about the first of the runs.</summary>
    private static ComponentSite Site(RecipeRun[] runs) => RecordedRun.Site with
    {
        Run = runs[0].Run,
        Results = runs[0].Results,
        Predictions = runs[0].Results.Predictions,
        Runs = new RunSet(runs, []),
    };

    private static RecipeRun Of(string name, int firstWrong, string? id = null)
    {
        IReadOnlyList<Prediction> predictions =
            [.. Enumerable.Range(0, Pictures)
                .Select(i => new Prediction(i, i % 2, i >= firstWrong && i < firstWrong + 40 ? 1 - (i % 2) : i % 2, []))];
        var report = EvaluationReport.From(["a", "b"], predictions);
        var run = RecordedRun.Run with
        {
            Id = id ?? name,
            Dataset = RecordedRun.Run.Dataset with { Classes = ["a", "b"] },
            Metrics = RunMetrics.Of(report),
            Confusion = report.Confusion.Rows,
            PerClass = report.PerClass,
        };
        return new RecipeRun(new Recipe(name, RecipeSet.Quick, run.Options, []), run, isNew: false, () => RunResults.Of(run, predictions));
    }
}

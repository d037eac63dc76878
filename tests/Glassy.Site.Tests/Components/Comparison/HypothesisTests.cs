using Glassy.Components.Comparison;
using Glassy.Metrics;
using Glassy.Recipes;
using Glassy.Runs;

namespace Glassy.Tests.Components.Comparison;

public sealed class HypothesisTests
{
    [Fact]
    public void Each_other_value_is_compared_with_the_first_paired_by_seed()
    {
        var model = Model(
            Of("none", 1, 6), Of("none", 2, 5), Of("none", 3, 6), Of("thin", 1, 4), Of("thin", 2, 3), Of("thin", 3, 4), Of("fat", 1, 6),
            Of("fat", 3, 5));

        Assert.Equal(("preprocess none", 3), (model.Baseline, model.BaselineSeeds));
        Assert.Equal(17.0 / 27, model.BaselineAccuracy, 12);
        Assert.Equal(
            [("preprocess thin", 3, "−22.22"), ("preprocess fat", 2, "−5.56")],
            model.Rows.Select(row => (row.Name, row.Seeds, row.Difference)));
        Assert.Equal(("", ""), (model.Rows[0].OverSeeds, model.Rows[0].P)); // each seed lost two pictures: how seeds scatter is not known
        Assert.Equal([null, 6.0 / 9], model.Rows.Select(row => row.Against)); // of the seeds 1 and 3, as the other has
        Assert.Equal(5.5 / 9, model.Rows[1].Accuracy, 12);
        Assert.Null(model.StandsInFor);
        Assert.Equal("open", model.Rows[1].Verdict);
        Assert.Empty(model.Missing);
    }

    [Fact]
    public void One_seed_gives_a_difference_and_no_interval()
    {
        var row = Assert.Single(Model(Of("none", 1, 6), Of("thin", 1, 4)).Rows);
        Assert.Equal(("−22.22", "", "", "", "one_seed"), (row.Difference, row.OverSeeds, row.OverBoth, row.P, row.Verdict));
    }

    /// <summary>5, 4 and 6 of 9 against 6 each.</summary>
    [Fact]
    public void The_interval_over_both_is_the_wider_one()
    {
        var row = Assert.Single(
            Model(Of("none", 1, 6), Of("none", 2, 6), Of("none", 3, 6), Of("thin", 1, 5), Of("thin", 2, 4), Of("thin", 3, 6)).Rows);
        Assert.Equal("−38.71 … +16.49", row.OverSeeds); // 1/9 ± 4.303·(1/9)/√3
        Assert.Equal("−42.72 … +20.50", row.OverBoth);
    }

    [Fact]
    public void A_baseline_that_stands_in_for_the_first_value_says_so()
    {
        var (missing, recorded) = (Of("none", 1, 6).Recipe, new[] { Of("thin", 1, 4), Of("fat", 1, 6) });
        var fixture = new SiteFixture(
            "<Hypothesis recipe=\"guess\" />",
            RecordedRun.Site with
            {
                Runs = new RunSet(recorded, [missing]) { Recipes = [missing, .. recorded.Select(run => run.Recipe)] }
            });
        var model = fixture.Templates.Model<Hypothesis.Model>();
        Assert.Equal(("preprocess thin", "preprocess none"), (model.Baseline, model.StandsInFor));
    }

    [Fact]
    public void Without_a_recorded_run_what_is_missing_is_named()
    {
        var recipe = new Recipe("guess", RecipeSet.Full, new TrainingOptions(), [new VariedOption("seed", "1")]);
        var fixture = new SiteFixture("<Hypothesis recipe=\"guess\" />", RecordedRun.Site with { Runs = new RunSet([], [recipe]) });
        Assert.Equal(
            ("", "seed 1"),
            (fixture.Templates.Model<Hypothesis.Model>().Baseline, Assert.Single(fixture.Templates.Model<Hypothesis.Model>().Missing)));
    }

    private static Hypothesis.Model Model(params RecipeRun[] runs)
    {
        var fixture = new SiteFixture("<Hypothesis recipe=\"guess\" />", RecordedRun.Site with { Runs = new RunSet(runs, []) });
        Assert.Empty(fixture.Problems);
        return fixture.Templates.Model<Hypothesis.Model>();
    }

    /// <summary>A run that has the first so many of nine pictures right.</summary>
    private static RecipeRun Of(string value, int seed, int correct)
    {
        var options = RecordedRun.Run.OwnOptions with { Seed = seed };
        IReadOnlyList<Prediction> predictions =
            [.. Enumerable.Range(0, 9).Select(i => new Prediction(
                i, 0, i < correct ? 0 : 1, [MathF.Log(i < correct ? 0.75f : 0.25f), MathF.Log(i < correct ? 0.25f : 0.75f)]))];
        var run = RecordedRun.Run with
        {
            Id = $"{value}{seed}",
            Options = options,
            Metrics = RecordedRun.Run.Metrics with { Accuracy = correct / 9.0 }
        };
        return new RecipeRun(
            new Recipe("guess", RecipeSet.Full, options, [new VariedOption("preprocess", value), new VariedOption("seed", $"{seed}")]),
            run,
            isNew: false,
            () => RecordedRun.Results with { Run = run, Predictions = predictions });
    }
}

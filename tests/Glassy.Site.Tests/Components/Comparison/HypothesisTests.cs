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
        var model = Model(Of("none", 1, 6), Of("none", 2, 5), Of("none", 3, 6), Of("thin", 1, 4), Of("thin", 2, 3), Of("thin", 3, 4), Of("fat", 1, 6), Of("fat", 3, 5));

        Assert.Equal(("preprocess none", 3), (model.Baseline, model.BaselineSeeds));
        Assert.Equal(17.0 / 27, model.BaselineAccuracy, 12);
        Assert.Equal([("preprocess thin", 3, "−22.22"), ("preprocess fat", 2, "−5.56")], model.Rows.Select(row => (row.Name, row.Seeds, row.Difference)));
        Assert.Equal("−22.22 … −22.22", model.Rows[0].OverSeeds); // each seed lost two pictures
        Assert.Equal("open", model.Rows[1].Verdict);
        Assert.Empty(model.Missing);
    }

    [Fact]
    public void One_seed_gives_a_difference_and_no_interval()
    {
        var row = Assert.Single(Model(Of("none", 1, 6), Of("thin", 1, 4)).Rows);
        Assert.Equal(("−22.22", "", "", "", "one_seed"), (row.Difference, row.OverSeeds, row.OverBoth, row.P, row.Verdict));
    }

    [Fact]
    public void Without_a_recorded_run_what_is_missing_is_named()
    {
        var recipe = new Recipe("guess", RecipeSet.Full, new TrainingOptions(), [new VariedOption("seed", "1")]);
        var fixture = new SiteFixture("<Hypothesis recipe=\"guess\" />", RecordedRun.Site with { Runs = new RunSet([], [recipe]) });
        Assert.Equal(("", "seed 1"), (fixture.Templates.Model<Hypothesis.Model>().Baseline, Assert.Single(fixture.Templates.Model<Hypothesis.Model>().Missing)));
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
            [.. Enumerable.Range(0, 9).Select(i => new Prediction(i, 0, i < correct ? 0 : 1, [MathF.Log(i < correct ? 0.75f : 0.25f), MathF.Log(i < correct ? 0.25f : 0.75f)]))];
        var run = RecordedRun.Run with { Id = $"{value}{seed}", Options = options, Metrics = RecordedRun.Run.Metrics with { Accuracy = correct / 9.0 } };
        return new RecipeRun(
            new Recipe("guess", RecipeSet.Full, options, [new VariedOption("preprocess", value), new VariedOption("seed", $"{seed}")]),
            run,
            isNew: false,
            () => RecordedRun.Results with { Run = run, Predictions = predictions });
    }
}

using Glassy.Components.Comparison;
using Glassy.Metrics;
using Glassy.Pictures;
using Glassy.Recipes;
using Glassy.Runs;

namespace Glassy.Tests.Components.Comparison;

public sealed class CompareRunsTests
{
    // The recorded run misreads 3, 4 and 6; the other one 0, 1 and 4.
    private static readonly RecipeRun First = Of("plain", RecordedRun.Run.Id, RecordedRun.Predictions);
    private static readonly RecipeRun Second = Of("thin", "fedcba9876543210", With((0, 1), (1, 2), (3, 0), (6, 1)));
    private static readonly RunSet Set = new([First, Second], [new Recipe("late", RecipeSet.Full, new TrainingOptions(), [])]);

    [Fact]
    public void What_the_second_repairs_and_breaks_is_counted_tested_and_shown()
    {
        var model = Model("<CompareRuns a=\"plain\" b=\"thin\" />");

        Assert.Equal(
            ("plain", "thin", 4, 2, 2, 1),
            (model.A, model.B, model.Counts!.BothRight, model.Counts.Broken, model.Counts.Repaired, model.Counts.BothWrong));
        Assert.Equal(("1.000", "0.812"), (model.Exact, model.MidP)); // of four tosses two: 1 − ½ · 6/16
        Assert.Equal((2, 2), (model.Repaired.Count, model.Broken.Count));
        Assert.Equal(["big fish", "cat"], model.Repaired.Tiles.Select(tile => tile.Caption)); // what the first run took 3 and 6 for
        Assert.Equal(["dog"], model.Broken.Tiles.Select(tile => tile.Caption)); // picture 1 was not exported
        Assert.Equal([[-1, 1, 0], [-1, 1, 0], [0, 0, 0]], model.Matrix.Select(row => row.ToArray()));
        Assert.Equal(1, model.Largest);
    }

    [Fact]
    public void Each_figure_has_both_values_their_difference_and_which_way_it_leans()
    {
        var accuracy = Model("<CompareRuns a=\"plain\" b=\"thin\" />").Figures[0];
        Assert.Equal(
            ("Accuracy", "66.67%", "66.67%", "0.00", "open"), (accuracy.Name, accuracy.A, accuracy.B, accuracy.Difference, accuracy.Leans));

        // All nine right, and surer: more is better for accuracy, less for the log loss.
        var sure = Of("sure", "aaaa", [.. RecordedRun.Predictions.Select(p =>
            new Prediction(p.Index, p.Label, p.Label, [.. Enumerable.Range(0, 3).Select(c => MathF.Log(c == p.Label ? 0.98f : 0.01f))]))]);
        var figures = Model("<CompareRuns a=\"plain\" b=\"sure\" />", new RunSet([First, sure], [])).Figures;
        Assert.Equal("better", figures.Single(figure => figure.Name == "Log loss").Leans);
        Assert.Equal("+33.33", figures[0].Difference);
        Assert.StartsWith("−", figures.Single(figure => figure.Name == "Log loss").Difference, StringComparison.Ordinal);

        var back = Model("<CompareRuns a=\"sure\" b=\"plain\" />", new RunSet([First, sure], [])).Figures;
        Assert.Equal("worse", back.Single(figure => figure.Name == "Log loss").Leans);
    }

    [Fact]
    public void The_beginning_of_an_id_names_a_run_too() => Assert.Equal(
        ("plain", "thin"), (Model("<CompareRuns a=\"0123\" b=\"fedc\" />").A, Model("<CompareRuns a=\"0123\" b=\"fedc\" />").B));

    [Fact]
    public void A_run_that_is_not_recorded_is_named_and_nothing_is_compared()
    {
        var model = Model("<CompareRuns a=\"plain\" b=\"late\" />");
        Assert.Equal(("late", true), (Assert.Single(model.Missing), model.Counts is null));
    }

    [Fact]
    public void Each_wrong_name_is_a_mistake_at_its_place()
    {
        var problems = new SiteFixture("<CompareRuns a=\"plian\" b=\"fed\" />", RecordedRun.Site with { Runs = Set }).Problems;
        Assert.Equal(2, problems.Count);
        Assert.StartsWith(
            "input/page.md:1:16: <CompareRuns> `a` cannot be `plian`; did you mean `plain`?", problems[0], StringComparison.Ordinal);
        Assert.StartsWith("input/page.md:1:26: <CompareRuns> `b` cannot be `fed`", problems[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_lead_to_their_files_and_no_more_are_shown_than_asked_for()
    {
        var fixture = new SiteFixture("<CompareRuns a=\"plain\" b=\"thin\" most={1} />", Site(Set));
        Assert.Empty(fixture.Problems);
        var model = fixture.Templates.Model<CompareRuns.Model>();
        Assert.Equal((2, 1), (model.Repaired.Count, model.Repaired.Tiles.Count));
        Assert.Contains("wrong-predictions", model.Repaired.Tiles[0].Href, StringComparison.Ordinal);
    }

    private static CompareRuns.Model Model(string tag, RunSet? set = null)
    {
        var fixture = new SiteFixture(tag, Site(set ?? Set));
        Assert.Empty(fixture.Problems);
        return fixture.Templates.Model<CompareRuns.Model>();
    }

    private static Glassy.Components.Binding.ComponentSite Site(RunSet set) => RecordedRun.Site with
    {
        Runs = set,
        Pictures = RecordedRun.Pictures with
        {
            Compared = [new ExportedPicture("assets/datasets/pets/compared/00000.png", "assets/strips/compared-0.png", 0, 0, 0, 0)]
        },
    };

    private static RecipeRun Of(string name, string id, IReadOnlyList<Prediction> predictions)
    {
        var run = RecordedRun.Run with { Id = id };
        return new RecipeRun(
            new Recipe(name, RecipeSet.Quick, run.Options, []),
            run,
            isNew: false,
            () => RecordedRun.Results with { Run = run, Predictions = predictions });
    }

    /// <summary>The recorded run's predictions with other answers for some pictures.</summary>
    private static IReadOnlyList<Prediction> With(params (int Index, int Predicted)[] others)
    {
        var answers = others.ToDictionary(other => other.Index, other => other.Predicted);
        return [.. RecordedRun.Predictions.Select(p => answers.TryGetValue(p.Index, out var predicted)
            ? new Prediction(
                p.Index, p.Label, predicted, [.. Enumerable.Range(0, 3).Select(c => MathF.Log(c == predicted ? 0.75f : 0.125f))])
            : p)];
    }
}

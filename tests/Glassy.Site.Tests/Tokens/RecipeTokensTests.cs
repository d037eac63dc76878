using Glassy.Metrics;
using Glassy.Recipes;
using Glassy.Runs;
using Glassy.Tokens;
using Glassy.Wording;

namespace Glassy.Tests.Tokens;

public sealed class RecipeTokensTests
{
    private static readonly RunSet Set = new(
        [
            Of("plain", "", 1, 6), Of("guess", "none", 1, 6), Of("guess", "none", 2, 6), Of("guess", "none", 3, 6),
            Of("guess", "thin", 1, 4), Of("guess", "thin", 2, 4), Of("guess", "thin", 3, 4), Of("guess", "fat", 1, 6)
        ],
        [new Recipe("late", RecipeSet.Full, new TrainingOptions(), [])]);

    [Fact]
    public void A_recipe_says_the_accuracy_of_each_value_with_its_interval()
    {
        var recipes = RecipeTokens.AllOf(Set, WordsReader.English);
        Assert.Equal("66.67%", recipes["plain"].Summary);
        Assert.Equal(
            "preprocess none: 66.67% (with each of 3 seeds); preprocess thin: 44.44% (with each of 3 seeds); preprocess fat: 66.67%",
            recipes["guess"].Summary);
        Assert.Equal((7, 0), (recipes["guess"].Runs, recipes["guess"].Missing));
    }

    /// <summary>5, 6 and 7 of 9 are right: 4.303·(1/9)/√3 to either side of 2/3, by tables of t.</summary>
    [Fact]
    public void Where_seeds_differ_it_says_their_mean_with_its_interval()
    {
        var set = new RunSet([Of("guess", "", 1, 5), Of("guess", "", 2, 6), Of("guess", "", 3, 7)], []);
        Assert.Equal("66.67% (mean of 3 seeds; 95% interval 39.07–94.27%)", RecipeTokens.AllOf(set, WordsReader.English)["guess"].Summary);
    }

    [Fact]
    public void Its_answer_compares_each_value_with_the_first_and_claims_no_more_than_is_shown()
    {
        var answer = RecipeTokens.AllOf(Set, WordsReader.English)["guess"].Answer;
        Assert.StartsWith("against preprocess none (66.67%) preprocess thin is ", answer, StringComparison.Ordinal);
        Assert.Contains("−22.22 points (", answer, StringComparison.Ordinal);
        Assert.EndsWith(
            // of one seed
            "; preprocess fat is not told apart, at 0.00, against 66.67% with the same seeds", answer, StringComparison.Ordinal);
    }

    /// <summary>The baseline has 6, 6 and 3 of 9 right, 55.56 % over three seeds and 66.67 % over the two that the other has.</summary>
    [Fact]
    public void What_it_is_compared_with_is_said_of_the_same_seeds()
    {
        var set = new RunSet([
            Of("guess", "none", 1, 6), Of("guess", "none", 2, 6), Of("guess", "none", 3, 3), Of("guess", "thin", 1, 4),
            Of("guess", "thin", 2, 4)
        ], []);
        var answer = RecipeTokens.AllOf(set, WordsReader.English)["guess"].Answer;
        Assert.StartsWith(
            "against preprocess none (55.56%) preprocess thin is not told apart, at −22.22 points (", answer, StringComparison.Ordinal);
        Assert.EndsWith("over seeds and pictures), against 66.67% with the same seeds", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_what_stands_in_for_its_first_value_and_how_many_runs_are_missing()
    {
        Recipe[] missing = [Of("guess", "none", 1, 0).Recipe, Of("guess", "none", 2, 0).Recipe];
        RecipeRun[] recorded = [Of("guess", "thin", 1, 4), Of("guess", "fat", 1, 6)];
        var set = new RunSet(recorded, missing) { Recipes = [.. missing, .. recorded.Select(run => run.Recipe)] };
        var tokens = RecipeTokens.AllOf(set, WordsReader.English)["guess"];
        Assert.Equal(
            "against preprocess thin, which stands in for preprocess none (44.44%) preprocess fat is not told apart, at +22.22 (2 of its 4 runs are not recorded)",
            tokens.Answer);
        Assert.Equal("preprocess thin: 44.44%; preprocess fat: 66.67% (2 of its 4 runs are not recorded)", tokens.Summary);
    }

    /// <summary>5, 6 and 7 of 9: a standard deviation of 1/9.</summary>
    [Fact]
    public void Its_spread_is_the_range_and_the_standard_deviation_of_its_seeds()
    {
        var recipes = RecipeTokens.AllOf(
            new RunSet([Of("guess", "", 1, 5), Of("guess", "", 2, 6), Of("guess", "", 3, 7), Of("plain", "", 1, 6)], []),
            WordsReader.English);
        Assert.Equal("from 55.56% to 77.78% with 3 seeds, a standard deviation of 11.11 points", recipes["guess"].Spread);
        Assert.Equal("66.67%", recipes["plain"].Spread);
    }

    [Fact]
    public void What_is_not_recorded_is_said_in_words()
    {
        var late = RecipeTokens.AllOf(Set, WordsReader.English)["late"];
        Assert.Equal(
            ("no run of this recipe is recorded here", "not known from the runs that are recorded here"), (late.Summary, late.Answer));
        Assert.Equal((0, 1), (late.Runs, late.Missing));
        Assert.Equal("not known from the runs that are recorded here", RecipeTokens.AllOf(Set, WordsReader.English)["plain"].Answer);
    }

    /// <summary>A run that has the first so many of nine pictures right.</summary>
    private static RecipeRun Of(string name, string value, int seed, int correct)
    {
        var options = RecordedRun.Run.OwnOptions with { Seed = seed };
        IReadOnlyList<Prediction> predictions =
            [.. Enumerable.Range(0, 9).Select(i => new Prediction(
                i, 0, i < correct ? 0 : 1, [MathF.Log(i < correct ? 0.75f : 0.25f), MathF.Log(i < correct ? 0.25f : 0.75f)]))];
        var run = RecordedRun.Run with
        {
            Id = $"{name}{value}{seed}",
            Options = options,
            Metrics = RecordedRun.Run.Metrics with { Accuracy = correct / 9.0 }
        };
        IReadOnlyList<VariedOption> varied = value.Length == 0
            ? []
            : [new VariedOption("preprocess", value), new VariedOption("seed", $"{seed}")];
        return new RecipeRun(
            new Recipe(name, RecipeSet.Full, options, varied),
            run,
            isNew: false,
            () => RecordedRun.Results with { Run = run, Predictions = predictions });
    }
}

using Glassy.Comparison;
using Glassy.Recipes;
using Glassy.Theme;
using Glassy.Wording;

namespace Glassy.Tokens;

/// <summary>What prose can say of a recipe's runs, whether or not they are recorded: <c>{{ recipes.thinning.answer }}</c>.</summary>
public sealed class RecipeTokens
{
    private readonly IReadOnlyList<List<RecipeRun>> _groups;
    private readonly Words _words;
    private readonly Recipe _first;
    private readonly Lazy<string> _answer;

    private RecipeTokens(string name, RunSet runs, Words words)
    {
        _words = words;
        _groups =
        [
            .. runs.Groups.Where(group => group.First().Recipe.Name == name).Select(group => group.DistinctBy(run => run.Run.Id).ToList())
        ];
        Runs = _groups.Sum(group => group.Count);
        Missing = runs.Missing.Count(recipe => recipe.Name == name);
        _first = runs.FirstOf(name);
        _answer = new Lazy<string>(() => WithMissing(AnswerOf()));
    }

    /// <summary>How many of its runs are recorded.</summary>
    public int Runs { get; }

    /// <summary>How many are not.</summary>
    public int Missing { get; }

    /// <summary>The accuracy of each of its values, with the interval over its seeds; in words when nothing is recorded.</summary>
    public string Summary => _groups.Count == 0 ? _words["recipes.none"] : WithMissing(string.Join("; ", _groups.Select(SummaryOf)));

    /// <summary>How far the seeds of each of its values lie apart; where there is one or they are alike, the accuracy alone.</summary>
    public string Spread => _groups.Count == 0 ? _words["recipes.none"] : WithMissing(string.Join("; ", _groups.Select(SpreadOf)));

    /// <summary>
    /// How each of its values does against the first that is recorded, by seeds that both have; in words when there is nothing to compare.
    /// </summary>
    public string Answer => _answer.Value;

    /// <summary>Those of all recipes, by name.</summary>
    public static IReadOnlyDictionary<string, RecipeTokens> AllOf(RunSet runs, Words words) =>
        runs.Names.ToDictionary(name => name, name => new RecipeTokens(name, runs, words));

    /// <summary>With how many of its runs are not recorded, where some are and some are not.</summary>
    private string WithMissing(string text) =>
        Runs == 0 || Missing == 0 ? text : _words.Of("recipes.missing", ("text", text), ("count", Missing), ("total", Runs + Missing));

    private string SummaryOf(List<RecipeRun> group)
    {
        var (recipe, summary) = (group[0].Recipe, SeedSummary.OfShares(group.Select(run => run.Run.Metrics.Accuracy)));
        var accuracy = _words.Figure(TemplateFunctions.Percent(summary.Mean));
        var value = summary.Interval is { } interval
            ? _words.Of(
                "recipes.over_seeds",
                ("accuracy", accuracy),
                ("count", summary.Count),
                ("interval", _words.Figure(TemplateFunctions.PercentRange(interval.Low, interval.High))))
            : summary.Count > 1 ? _words.Of("recipes.alike", ("accuracy", accuracy), ("seeds", summary.Count))
            : accuracy;
        return recipe.Group == recipe.Name ? value : _words.Of("recipes.value", ("name", recipe.Within(recipe.Group)), ("accuracy", value));
    }

    private string SpreadOf(List<RecipeRun> group)
    {
        double[] accuracies = [.. group.Select(run => run.Run.Metrics.Accuracy)];
        var (recipe, summary) = (group[0].Recipe, SeedSummary.OfShares(accuracies));
        if (summary.StandardDeviation is not { } deviation || deviation == 0)
        {
            return SummaryOf(group);
        }

        var value = _words.Of(
            "recipes.spread",
            ("low", _words.Figure(TemplateFunctions.Percent(accuracies.Min()))),
            ("high", _words.Figure(TemplateFunctions.Percent(accuracies.Max()))),
            ("deviation", DifferenceText.Unsigned(deviation, _words)),
            ("seeds", summary.Count));
        return recipe.Group == recipe.Name ? value : _words.Of("recipes.value", ("name", recipe.Within(recipe.Group)), ("accuracy", value));
    }

    private string AnswerOf()
    {
        if (_groups is not [var baseline, ..])
        {
            return _words["recipes.nothing_to_compare"];
        }

        var seeds = baseline.Select(run => run.Seed).ToHashSet();
        var others = _groups.Skip(1).Where(group => group.Any(run => seeds.Contains(run.Seed))).ToList();
        var recipe = baseline[0].Recipe;
        if (others.Count == 0)
        {
            return _words["recipes.nothing_to_compare"];
        }

        return _words.Of(
            "recipes.answer",
            ("baseline", recipe.Group == _first.Group
                ? recipe.Within(recipe.Group)
                : _words.Of("recipes.stands_in", ("baseline", recipe.Within(recipe.Group)), ("first", _first.Within(_first.Group)))),
            ("accuracy", _words.Figure(TemplateFunctions.Percent(SeedSummary.Of(baseline.Select(run => run.Run.Metrics.Accuracy)).Mean))),
            (
                "values",
                string.Join("; ", RecipeDifference.Of(baseline, others).Select(difference => AnswerOf(difference, recipe, seeds.Count)))));
    }

    private string AnswerOf(RecipeDifference difference, Recipe recipe, int seeds)
    {
        var verdict = difference.Verdict switch { > 0 => "recipes.higher", < 0 => "recipes.lower", _ => "recipes.open" };
        var signed = DifferenceText.Points(difference.Both.Difference, _words);
        var points = difference.Verdict == 0 ? signed : signed.TrimStart('+', '−'); // the verdict says which way
        var value = _words.Of(
            verdict,
            ("name", recipe.Within(difference.Group)),
            ("points", difference.Both.Interval is { } interval
                ? _words.Of("recipes.points", ("points", points), ("interval", DifferenceText.Points(interval, _words)))
                : points));
        return difference.Paired.Seeds.Count == seeds ? value
            : _words.Of("recipes.same_seeds", ("value", value), ("accuracy", _words.Figure(TemplateFunctions.Percent(difference.Against))));
    }
}

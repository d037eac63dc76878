using Glassy.Recipes;

namespace Glassy.Comparison;

/// <summary>
/// The accuracy of a recipe against that of another, paired by seed and by picture: all means are over the seeds that both have.
/// </summary>
/// <param name="Group">What its runs have in common.</param>
/// <param name="Accuracy">Of its own runs, 0..1.</param>
/// <param name="Against">Of the other's, 0..1.</param>
/// <param name="Paired">The difference; its interval holds the chance of training alone.</param>
/// <param name="Both">The same difference; its interval holds the chance of training and of the pictures.</param>
/// <param name="HolmP">The paired t test's p, corrected for as many recipes as were compared (<see cref="Holm"/>); null where that has
/// none.</param>
public sealed record RecipeDifference(
    string Group,
    double Accuracy,
    double Against,
    PairedSeeds Paired,
    SeedsAndPictures Both,
    double? HolmP)
{
    /// <summary>
    /// 1 when the recipe is shown to be better, −1 worse, 0 when neither is shown, by the interval that holds both chances.
    /// </summary>
    public int Verdict => Both.Interval switch
    {
        { Low: > 0 } => 1,
        { High: < 0 } => -1,
        _ => 0,
    };

    /// <param name="baseline">The runs of one recipe, at least one; of several with a seed the first counts.</param>
    /// <param name="others">The runs of the others, each with at least one seed of the baseline.</param>
    /// <exception cref="ArgumentException">A recipe has no seed of the baseline, or was tested on other pictures.</exception>
    public static IReadOnlyList<RecipeDifference> Of(IReadOnlyList<RecipeRun> baseline, IReadOnlyList<IReadOnlyList<RecipeRun>> others)
    {
        var first = BySeed(baseline);
        var found = others.Select(runs => Of(first, BySeed(runs), runs[0].Recipe.Group)).ToList();
        var tested = found.Where(difference => difference.Paired.P is not null).ToList();
        var corrected = Holm.Adjust([.. tested.Select(difference => difference.Paired.P ?? 1)]);
        return [.. found.Select(
            difference => tested.IndexOf(difference) is >= 0 and var i ? difference with { HolmP = corrected[i] } : difference)];
    }

    private static RecipeDifference Of(Dictionary<int, RecipeRun> baseline, Dictionary<int, RecipeRun> runs, string group)
    {
        var paired = PairedSeeds.Of(AccuraciesOf(baseline), AccuraciesOf(runs));
        return new RecipeDifference(
            group,
            paired.Seeds.Average(seed => AccuracyOf(runs[seed])),
            paired.Seeds.Average(seed => AccuracyOf(baseline[seed])),
            paired,
            SeedsAndPictures.Of(paired.Seeds.ToDictionary(seed => seed, seed => PairedPredictions.Of(
                baseline[seed].Results.Predictions, runs[seed].Results.Predictions, baseline[seed].Run.Dataset.Classes.Count))),
            HolmP: null);
    }

    private static Dictionary<int, RecipeRun> BySeed(IReadOnlyList<RecipeRun> runs) =>
        runs.DistinctBy(run => run.Seed).ToDictionary(run => checked((int)run.Seed));

    private static Dictionary<int, double> AccuraciesOf(IReadOnlyDictionary<int, RecipeRun> runs) =>
        runs.ToDictionary(run => run.Key, run => AccuracyOf(run.Value));

    private static double AccuracyOf(RecipeRun run) => run.Run.Metrics.Accuracy;
}

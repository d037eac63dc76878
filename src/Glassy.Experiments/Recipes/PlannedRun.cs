namespace Glassy.Recipes;

/// <summary>A run that is to be made when it is missing.</summary>
/// <param name="Id">The run's.</param>
/// <param name="Recipe">The first recipe that asks for it.</param>
/// <param name="Pictures">How many pictures training takes at most: those of an epoch times the epochs.</param>
/// <param name="Cost">What training takes at most, for comparing it with others: multiplications, and as many as the rest is worth.</param>
public sealed record PlannedRun(string Id, Recipe Recipe, long Pictures, long Cost)
{
    /// <summary>
    /// What a picture costs besides: it is fetched, and its batch takes a step. Measured on one core: a model of next to no multiplications
    /// takes a third of the time of the default's 118,016.
    /// </summary>
    private const long Rest = 50_000;

    /// <param name="id">The run's.</param>
    /// <param name="recipe">What is wanted; one that trains.</param>
    /// <param name="pictures">In the training split, those that are held out of training included.</param>
    /// <param name="multiplications">That it takes the model to read a picture.</param>
    public static PlannedRun Of(string id, Recipe recipe, int pictures, long multiplications)
    {
        var options = recipe.TrainingOptions;
        var all = (long)Math.Round(pictures * (1 - options.Validation)) * options.Epochs;
        return new PlannedRun(id, recipe, all, all * (multiplications + Rest));
    }
}

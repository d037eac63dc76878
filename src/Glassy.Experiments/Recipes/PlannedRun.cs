namespace Glassy.Recipes;

/// <summary>A run that is to be made when it is missing.</summary>
/// <param name="Id">The run's.</param>
/// <param name="Recipe">The first recipe that asks for it.</param>
/// <param name="Pictures">How many pictures training it takes: those of an epoch times the epochs. What it costs, for comparing.</param>
public sealed record PlannedRun(string Id, Recipe Recipe, long Pictures)
{
    /// <param name="id">The run's.</param>
    /// <param name="recipe">What is wanted.</param>
    /// <param name="pictures">In the training split, those that are held out of training included.</param>
    public static PlannedRun Of(string id, Recipe recipe, int pictures) =>
        new(id, recipe, (long)Math.Round(pictures * (1 - recipe.Options.Validation)) * recipe.Options.Epochs);
}

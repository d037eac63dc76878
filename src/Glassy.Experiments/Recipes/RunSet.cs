namespace Glassy.Recipes;

/// <summary>What is there of the runs that a project asks for.</summary>
/// <param name="Runs">Those that are recorded, in the order of the recipes.</param>
/// <param name="Missing">The recipes that have no run yet.</param>
public sealed record RunSet(IReadOnlyList<RecipeRun> Runs, IReadOnlyList<Recipe> Missing)
{
    /// <summary>All recipes, in the project's order, recorded or not.</summary>
    public IReadOnlyList<Recipe> Recipes { get => field ?? [.. Runs.Select(run => run.Recipe), .. Missing]; init; }

    /// <summary>The names of all recipes, in order.</summary>
    public IReadOnlyList<string> Names => [.. Recipes.Select(recipe => recipe.Name).Distinct()];

    /// <summary>Those that were to be made now and could not be; their recipes are among <see cref="Missing"/>.</summary>
    public IReadOnlyList<FailedRun> Failed { get; init; } = [];

    /// <summary>The first recipe of that name: what the others are compared with when it is recorded.</summary>
    public Recipe FirstOf(string name) => Recipes.First(recipe => recipe.Name == name);

    /// <summary>The recorded runs by what they differ in besides their seed, in order.</summary>
    public IReadOnlyList<IGrouping<string, RecipeRun>> Groups => [.. Runs.GroupBy(run => run.Recipe.Group)];
}

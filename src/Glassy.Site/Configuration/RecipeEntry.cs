using Glassy.Recipes;

namespace Glassy.Configuration;

/// <summary>An entry of <c>runs:</c>: a recipe whose options may each have several values.</summary>
/// <param name="Name">Unique among the entries.</param>
/// <param name="Set">When its runs are made.</param>
/// <param name="Options">Those that it gives, in its order.</param>
/// <param name="Excluded">Combinations that are not wanted.</param>
/// <param name="Place">Where it stands.</param>
public sealed record RecipeEntry(
    string Name, RecipeSet Set, IReadOnlyList<RecipeOption> Options, IReadOnlyList<Exclusion> Excluded, ConfigPlace Place)
{
    /// <summary>What its runs read, of each one, instead of training; none for an entry that trains.</summary>
    public IReadOnlyList<ForeignRecipe> Foreign { get; init; } = [];

    /// <summary>The models that its runs evaluate, of each one, instead of training; none for an entry that trains.</summary>
    public IReadOnlyList<OnnxRecipe> Onnx { get; init; } = [];
}

/// <summary>A combination of options' values that is not wanted.</summary>
/// <param name="Options">Those that it names; all of them have to match.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Exclusion(IReadOnlyList<RecipeOption> Options, ConfigPlace Place);

using Glassy.Recipes;

namespace Glassy.Configuration;

/// <summary>An entry of <c>runs:</c>: a recipe whose options may each have several values.</summary>
/// <param name="Name">Unique among the entries.</param>
/// <param name="Set">When its runs are made.</param>
/// <param name="Options">Those that it gives, in its order.</param>
/// <param name="Excluded">Combinations that are not wanted: each says some options' values.</param>
/// <param name="Place">Where it stands.</param>
public sealed record RecipeEntry(
    string Name, RecipeSet Set, IReadOnlyList<RecipeOption> Options, IReadOnlyList<IReadOnlyList<RecipeOption>> Excluded, ConfigPlace Place)
{
    /// <summary>What its runs read, of each one, instead of training; none for an entry that trains.</summary>
    public IReadOnlyList<ForeignRecipe> Foreign { get; init; } = [];

    /// <summary>The models that its runs evaluate, of each one, instead of training; none for an entry that trains.</summary>
    public IReadOnlyList<OnnxRecipe> Onnx { get; init; } = [];
}

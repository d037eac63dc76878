using Glassy.Runs;

namespace Glassy.Recipes;

/// <summary>One run that a project asks for: an entry of <c>runs:</c> with one value for each option.</summary>
/// <param name="Name">The entry's name.</param>
/// <param name="Set">When it is made.</param>
/// <param name="Options">What decides it besides the data; null for one whose model another program has trained.</param>
/// <param name="Varied">The options of which the entry has several values, in its order, with this run's.</param>
public sealed record Recipe(string Name, RecipeSet Set, TrainingOptions? Options, IReadOnlyList<VariedOption> Varied)
{
    private const string Seed = "seed";

    /// <summary>What it reads instead of training; null for one that trains.</summary>
    public ForeignRecipe? Foreign { get; init; }

    /// <summary>The model that it evaluates instead of training; null for one that trains or reads predictions.</summary>
    public OnnxRecipe? Onnx { get; init; }

    /// <summary>What decides the training of a recipe that trains.</summary>
    /// <exception cref="InvalidOperationException">It trains nothing: who asks looks at <see cref="Options"/> first.</exception>
    public TrainingOptions TrainingOptions => Options ?? throw new InvalidOperationException($"the recipe '{Name}' trains nothing");

    /// <summary>The shortest command that makes its run, with nothing of what decides the dataset.</summary>
    public string Command => Set == RecipeSet.Full ? "glassy train --runs full" : "glassy train";

    /// <summary>What it is called among all: <c>sweep, epochs 3, seed 2</c>.</summary>
    public string Label => LabelOf(Varied);

    /// <summary>What it is called together with those that differ from it by their seed alone: <c>sweep, epochs 3</c>.</summary>
    public string Group => LabelOf(Varied.Where(option => option.Key != Seed));

    /// <summary>A label or group of this recipe where its name is known: <c>epochs 3</c>; the name itself when nothing varies.</summary>
    public string Within(string label) => label.Length > Name.Length ? label[(Name.Length + ", ".Length)..] : label;

    private string LabelOf(IEnumerable<VariedOption> options) =>
        string.Join(", ", options.Select(option => $"{option.Key} {option.Value}").Prepend(Name));
}

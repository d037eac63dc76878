using Glassy.Diagnostics;
using Glassy.Metrics;
using Glassy.Recipes;
using YamlDotNet.RepresentationModel;

namespace Glassy.Configuration;

/// <summary>
/// Reads an entry of <c>runs:</c> that names what another program's model says: <c>{ name: resnet, predictions: [a.csv, b.csv], framework:
/// PyTorch }</c>. Each file is a run; their seeds are 1, 2, … unless the entry gives them.
/// </summary>
/// <param name="file">What messages call the configuration.</param>
/// <param name="mistakes">Receives what is wrong, with its place.</param>
internal sealed class ForeignEntryReader(string file, ICollection<Diagnostic> mistakes)
{
    /// <summary>An entry with this key is such a one.</summary>
    public const string Key = "predictions";

    private const string Name = "name";
    private static readonly string[] Kinds = ["probabilities", "logits"];

    /// <summary>Its keys besides the name.</summary>
    public static IReadOnlyList<ForeignKey> Keys { get; } =
    [
        new(
            Key,
            "The file with what the model says of the test pictures, or a list of them, one a seed: .csv, .tsv, .jsonl, .npz, .npy or .parquet.")
        {
            IsOnePerFile = true,
        },
        new("scores", "What the file says of each class; without it, it is recognised by the numbers.") { Choices = Kinds },
        new(
            "validation",
            "The file with what the model says of pictures that were held out of training; of several one a file of predictions.")
        {
            IsOnePerFile = true,
        },
        new("history", "The table with the epochs of the training; of several one a file of predictions.") { IsOnePerFile = true },
        new(
            "embeddings",
            "What the model makes of each test picture before its answer, a row of numbers a picture (.npy): similar pictures are found by it; of several one a file of predictions.")
        {
            IsOnePerFile = true,
        },
        new("parameters", "How many numbers the model's weights are.") { IsNumber = true },
        new("framework", "What made the model, in words."),
        new("seed", "The seed of each file of predictions: 1, 2, … without it.") { IsOnePerFile = true, IsNumber = true },
    ];

    /// <summary>What such a recipe may say, its name too.</summary>
    public static IReadOnlyList<string> Names { get; } = [Name, .. Keys.Select(key => key.Name)];

    /// <returns>One a file; none when something is wrong.</returns>
    public IReadOnlyList<ForeignRecipe> Read(YamlMappingNode mapping)
    {
        var before = mistakes.Count;
        var values = new EntryValues(file, mistakes, mapping, Keys, [Name], $"a recipe with `{Key}` trains nothing and");
        var seeds = values.Seeds(Key, Keys);
        return mistakes.Count > before ? [] : [.. values.Of(Key).Select((predictions, i) => new ForeignRecipe(predictions)
        {
            Scores = values.One("scores") is { } scores ? Enum.Parse<ScoreKind>(scores, ignoreCase: true) : null,
            Validation = values.Of("validation").ElementAtOrDefault(i),
            History = values.Of("history").ElementAtOrDefault(i),
            Embeddings = values.Of("embeddings").ElementAtOrDefault(i),
            Parameters = values.One("parameters") is { } parameters ? EntryValues.NumberOf(parameters) : null,
            Framework = values.One("framework"),
            Seed = seeds[i],
        })];
    }
}

using System.Globalization;
using Glassy.Diagnostics;
using Glassy.Metrics;
using Glassy.Recipes;
using YamlDotNet.RepresentationModel;

namespace Glassy.Configuration;

/// <summary>
/// Reads an entry of <c>runs:</c> that names what another program's model says: <c>{ name: resnet, predictions: [a.csv, b.csv], framework: PyTorch }</c>.
/// Each file is a run; their seeds are 1, 2, … unless the entry gives them.
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
        new(Key, "The file with what the model says of the test pictures, or a list of them, one a seed: .csv, .tsv, .jsonl, .npz, .npy or .parquet.")
        {
            IsOnePerFile = true,
        },
        new("scores", "What the file says of each class; without it, it is recognised by the numbers.") { Choices = Kinds },
        new("validation", "The file with what the model says of pictures that were held out of training; of several one a file of predictions.")
        {
            IsOnePerFile = true,
        },
        new("history", "The table with the epochs of the training; of several one a file of predictions.") { IsOnePerFile = true },
        new("parameters", "How many numbers the model's weights are.") { IsNumber = true },
        new("framework", "What made the model, in words."),
        new("seed", "The seed of each file of predictions: 1, 2, … without it.") { IsOnePerFile = true, IsNumber = true },
    ];

    /// <returns>One a file; none when something is wrong.</returns>
    public IReadOnlyList<ForeignRecipe> Read(YamlMappingNode mapping)
    {
        var before = mistakes.Count;
        foreach (var node in mapping.Children.Keys)
        {
            var name = (node as YamlScalarNode)?.Value ?? "";
            if (name != Name && Keys.All(key => key.Name != name))
            {
                Report(node, $"a recipe with `{Key}` trains nothing and has no option '{name}'"
                    + $"{Spelling.SuggestAndList(name, [Name, .. Keys.Select(key => key.Name)])}");
            }
        }

        var values = Keys.ToDictionary(key => key.Name, key => ValuesOf(mapping, key));
        var files = values[Key];
        foreach (var key in Keys.Where(key => key.IsOnePerFile && values[key.Name].Count > 0 && values[key.Name].Count != files.Count))
        {
            var node = NodeOf(mapping, key.Name)!; // it has values
            Report(node, $"'{key.Name}' has {Counted(values[key.Name].Count)}, expected one for each of the {Counted(files.Count)} of `{Key}`");
        }

        var seeds = values["seed"].Count > 0 ? values["seed"].Select(NumberOf).ToList() : [.. files.Select((_, i) => i + 1L)];
        if (seeds.Distinct().Count() < seeds.Count)
        {
            Report(NodeOf(mapping, "seed")!, "'seed' has a number twice, expected another for each file"); // those that are given may be the same
        }

        return mistakes.Count > before ? [] : [.. files.Select((predictions, i) => new ForeignRecipe(predictions)
        {
            Scores = values["scores"] is [var scores] ? Enum.Parse<ScoreKind>(scores, ignoreCase: true) : null,
            Validation = values["validation"].ElementAtOrDefault(i),
            History = values["history"].ElementAtOrDefault(i),
            Parameters = values["parameters"] is [var parameters] ? NumberOf(parameters) : null,
            Framework = values["framework"].ElementAtOrDefault(0),
            Seed = seeds[i],
        })];
    }

    /// <summary>What the key says, each value checked; what is wrong is reported.</summary>
    private List<string> ValuesOf(YamlMappingNode mapping, ForeignKey key)
    {
        if (NodeOf(mapping, key.Name) is not { } node)
        {
            return [];
        }

        IEnumerable<YamlNode> items = key.IsOnePerFile && node is YamlSequenceNode sequence ? sequence : [node];
        var values = new List<string>();
        foreach (var item in items)
        {
            var text = (item as YamlScalarNode)?.Value;
            if (string.IsNullOrWhiteSpace(text) || (key.Choices.Count > 0 && !key.Choices.Contains(text)) || (key.IsNumber && !IsNumber(text)))
            {
                var expected = key.Choices.Count > 0 ? string.Join(" or ", key.Choices) : key.IsNumber ? "a whole number of 0 or more" : "a text";
                var list = key.IsOnePerFile ? ", or a list with one for each file" : "";
                Report(item, $"'{key.Name}' is {(text is null ? "a group of keys or a list" : $"'{text}'")}, expected {expected}{list}");
            }
            else
            {
                values.Add(text);
            }
        }

        if (node is YamlSequenceNode { Children.Count: 0 })
        {
            Report(node, $"'{key.Name}' is an empty list: at least one value was expected");
        }

        return values;
    }

    private static bool IsNumber(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static long NumberOf(string text) => IsNumber(text) ? long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : 0; // else reported

    private static string Counted(int count) => FormattableString.Invariant($"{count} {(count == 1 ? "value" : "values")}");

    private static YamlNode? NodeOf(YamlMappingNode mapping, string key) =>
        mapping.Children.FirstOrDefault(child => child.Key is YamlScalarNode scalar && scalar.Value == key).Value;

    private void Report(YamlNode node, string message) =>
        mistakes.Add(Diagnostic.Error(message, file, (int)node.Start.Line, (int)node.Start.Column));
}

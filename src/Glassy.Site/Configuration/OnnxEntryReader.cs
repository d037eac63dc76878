using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Metrics;
using Glassy.Recipes;
using YamlDotNet.RepresentationModel;

namespace Glassy.Configuration;

/// <summary>
/// Reads an entry of <c>runs:</c> that names a model in ONNX's form: <c>{ name: net, model: onnx, weights: net.onnx, input: { size: 28 }
/// }</c>. Of several files each is a run.
/// </summary>
/// <param name="file">What messages call the configuration.</param>
/// <param name="mistakes">Receives what is wrong, with its place.</param>
internal sealed class OnnxEntryReader(string file, ICollection<Diagnostic> mistakes)
{
    /// <summary>What <see cref="ModelKey"/> is in such an entry.</summary>
    public const string Model = "onnx";

    public const string ModelKey = "model";
    public const string InputKey = "input";
    public const string WeightsKey = "weights";
    private const string Name = "name";

    /// <summary>Its keys besides the name and the input.</summary>
    public static IReadOnlyList<ForeignKey> Keys { get; } =
    [
        new(ModelKey, "onnx: a model that another program has trained is evaluated.") { Choices = [Model] },
        new(WeightsKey, "The model's file in the project (.onnx), or a list of them, one a seed.") { IsOnePerFile = true },
        new(
            "scores",
            "What the model gives for each class; without it, it is recognised by the numbers.") { Choices = ["probabilities", "logits"] },
        new("framework", "What made the model, in words; without it, what the file says."),
        new("set", "quick: every build makes its run; full: only --runs full does.") { Choices = ["quick", "full"] },
        new("seed", "The seed of each file: 1, 2, … without it.") { IsOnePerFile = true, IsNumber = true },
    ];

    /// <summary>What such a recipe may say, its name and its input too.</summary>
    public static IReadOnlyList<string> Names { get; } = [Name, InputKey, .. Keys.Select(key => key.Name)];

    /// <returns>When they are made, and one a file; none when something is wrong.</returns>
    public (RecipeSet Set, IReadOnlyList<OnnxRecipe> Recipes) Read(YamlMappingNode mapping)
    {
        var before = mistakes.Count;
        var values = new EntryValues(file, mistakes, mapping, Keys, [Name, InputKey], "a recipe with `model: onnx` trains nothing and");
        var seeds = values.Seeds(WeightsKey, Keys);
        if (values.NodeOf(WeightsKey) is null)
        {
            values.Report(mapping, "a recipe with `model: onnx` has no `weights`, expected the model's file, such as net.onnx");
        }

        ReportClosed(values);
        var input = new OnnxInputReader(file, mistakes).Read(values.NodeOf(InputKey));
        var set = values.One("set") == "full" ? RecipeSet.Full : RecipeSet.Quick;
        return mistakes.Count > before ? (set, []) : (set, [.. values.Of(WeightsKey).Select((weights, i) => new OnnxRecipe(weights, input)
        {
            Scores = values.One("scores") is { } scores ? Enum.Parse<ScoreKind>(scores, ignoreCase: true) : null,
            Framework = values.One("framework"),
            Seed = seeds[i],
        })]);
    }

    /// <summary>A model has to be inside of the project; where links lead is looked at when it is read.</summary>
    private static void ReportClosed(EntryValues values)
    {
        if (values.NodeOf(WeightsKey) is not { } node)
        {
            return;
        }

        foreach (var item in node is YamlSequenceNode list ? list.Children : [node])
        {
            var path = (item as YamlScalarNode)?.Value?.Replace('\\', '/') ?? "";
            if (ProjectFolder.WhyClosedAsWritten(path) is { } reason)
            {
                values.Report(item, $"`{WeightsKey}` is '{path}', but {reason}; copy the model into the project, and name it from there");
            }
        }
    }
}

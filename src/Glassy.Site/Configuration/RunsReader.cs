using System.Globalization;
using Glassy.Diagnostics;
using Glassy.Recipes;
using YamlDotNet.RepresentationModel;

namespace Glassy.Configuration;

/// <summary>
/// Reads <c>runs:</c>, a list of named recipes: <c>{ name: sweep, epochs: [3, 5], seed: 1..5, exclude: [{ epochs: 5, seed: 2 }] }</c>. Any
/// key of <c>run:</c> may stand in one, with one value, a list of values, or, of whole numbers, a range. One with <c>predictions</c> trains
/// nothing:
/// see <see cref="ForeignEntryReader"/>; nor does one with <c>model: onnx</c>: see <see cref="OnnxEntryReader"/>.
/// </summary>
/// <param name="file">What messages call the configuration.</param>
/// <param name="mistakes">Receives what is wrong, with its place.</param>
internal sealed class RunsReader(string file, ICollection<Diagnostic> mistakes)
{
    /// <summary>More are a slip of the pen: ten thousand runs of a second are three hours.</summary>
    private const int MostRuns = 10_000;

    private const string Prefix = "run.";
    private static readonly string[] Own = ["name", "set", "exclude"];
    private static readonly IReadOnlyList<ConfigKey> Keys =
    [
        .. ConfigSchema.Keys.Where(key => key.Path.StartsWith(Prefix, StringComparison.Ordinal))
    ];
    private static readonly IReadOnlyList<string> Names = [.. Keys.Select(key => key.Path[Prefix.Length..])];

    /// <summary>What a recipe may say in all, of whatever kind it is.</summary>
    private static readonly IReadOnlyList<string> All =
    [
        .. Own.Concat(Names).Concat(ForeignEntryReader.Names).Concat(OnnxEntryReader.Names).Distinct()
    ];

    public IReadOnlyList<RecipeEntry> Read(YamlNode node)
    {
        if (node is not YamlSequenceNode list)
        {
            Report(node, "'runs' is a list of recipes, such as - { name: sweep, epochs: [3, 5], seed: 1..5 }");
            return [];
        }

        var entries = new List<RecipeEntry>();
        foreach (var item in list)
        {
            if (item is not YamlMappingNode mapping)
            {
                Report(item, "a recipe was expected, such as { name: sweep, epochs: [3, 5], seed: 1..5 }");
            }
            else if (ReadEntry(mapping) is { } entry)
            {
                if (entries.Any(other => other.Name == entry.Name))
                {
                    Report(mapping, $"there is a recipe with the name '{entry.Name}' already");
                }

                entries.Add(entry);
            }
        }

        return entries;
    }

    private RecipeEntry? ReadEntry(YamlMappingNode mapping)
    {
        var name = (Child(mapping, "name") as YamlScalarNode)?.Value;
        if (string.IsNullOrWhiteSpace(name))
        {
            Report(mapping, "the recipe has no `name`");
            return null;
        }

        if (Child(mapping, ForeignEntryReader.Key) is not null)
        {
            var foreign = new ForeignEntryReader(file, mistakes).Read(mapping);
            return new RecipeEntry(name, RecipeSet.Quick, [], [], PlaceOf(mapping)) { Foreign = foreign };
        }

        if ((Child(mapping, OnnxEntryReader.ModelKey) as YamlScalarNode)?.Value == OnnxEntryReader.Model)
        {
            var (set, models) = new OnnxEntryReader(file, mistakes).Read(mapping);
            return new RecipeEntry(name, set, [], [], PlaceOf(mapping)) { Onnx = models };
        }

        var options = ReadOptions(mapping, Own);
        var excluded = Child(mapping, "exclude") is { } exclude ? ReadExcluded(exclude) : [];
        var runs = options.Aggregate(1L, (product, option) => Math.Min(MostRuns + 1L, product * option.Values.Count));
        if (runs > MostRuns)
        {
            Report(mapping, string.Create(CultureInfo.InvariantCulture, $"the recipe '{name}' makes more than {MostRuns:N0} runs"));
        }

        return new RecipeEntry(name, ReadSet(mapping), options, excluded, PlaceOf(mapping));
    }

    private ConfigPlace PlaceOf(YamlNode node) => new(file, (int)node.Start.Line, (int)node.Start.Column);

    private RecipeSet ReadSet(YamlMappingNode mapping)
    {
        if (Child(mapping, "set") is not { } node)
        {
            return RecipeSet.Quick;
        }

        var text = (node as YamlScalarNode)?.Value;
        if (text is not ("quick" or "full"))
        {
            Report(node, $"'set' is '{text}', expected quick or full");
        }

        return text == "full" ? RecipeSet.Full : RecipeSet.Quick;
    }

    private List<Exclusion> ReadExcluded(YamlNode node)
    {
        if (node is YamlSequenceNode list && list.All(item => item is YamlMappingNode))
        {
            return [.. list.Cast<YamlMappingNode>().Select(item => new Exclusion(ReadOptions(item, []), PlaceOf(item)))];
        }

        Report(node, "'exclude' is a list of combinations, such as [{ epochs: 5, seed: 2 }]");
        return [];
    }

    private List<RecipeOption> ReadOptions(YamlMappingNode mapping, string[] others)
    {
        var options = new List<RecipeOption>();
        foreach (var (keyNode, value) in mapping.Children)
        {
            var name = (keyNode as YamlScalarNode)?.Value ?? "";
            if (others.Contains(name))
            {
                continue;
            }

            if (Keys.FirstOrDefault(key => key.Path == Prefix + name) is not { } key)
            {
                Report(keyNode, others.Length > 0 ? UnknownIn(name) : $"unknown option '{name}'{Spelling.SuggestAndList(name, Names)}");
            }
            else if (ValuesOf(key, value) is { Count: > 0 } values)
            {
                options.Add(new RecipeOption(key, values));
            }
        }

        return options;
    }

    /// <summary>What is said of a key that a recipe which trains has not: it may be one of another kind's.</summary>
    private static string UnknownIn(string name)
    {
        List<string> kinds =
        [
            .. ForeignEntryReader.Names.Contains(name) ? [$"`{ForeignEntryReader.Key}: <file>`"] : (string[])[],
            .. OnnxEntryReader.Names.Contains(name) ? [$"`{OnnxEntryReader.ModelKey}: {OnnxEntryReader.Model}`"] : (string[])[],
        ];
        return kinds.Count > 0
            ? $"the option '{name}' is of recipes with {string.Join(" or ", kinds)}, and this one trains a model; say which it is, or leave '{name}' out"
            : $"unknown option '{name}'{Spelling.SuggestAndList(name, All)}";
    }

    /// <summary>Each value that is right, as its texts; what is not is reported.</summary>
    private List<IReadOnlyList<string>> ValuesOf(ConfigKey key, YamlNode node)
    {
        IEnumerable<YamlNode> items = node is YamlSequenceNode list && (!key.IsList || list.Any(item => item is YamlSequenceNode))
            ? list
            : [node];
        var values = new List<IReadOnlyList<string>>();
        foreach (var item in items)
        {
            var texts = TextsOf(item);
            if (!key.IsList && texts is [var text] && RangeOf(key, text) is { } range)
            {
                values.AddRange(range);
            }
            else if ((texts is [_] || key.IsList) && texts is not null && key.Apply(new GlassyConfig(), texts) is not null)
            {
                values.Add(texts);
            }
            else
            {
                var others = key.Value.Type != "integer" ? ", or a list of such values"
                    : IsTooLong(texts)
                        ? FormattableString.Invariant($", a list of them or a range such as 1..5 of {MostRuns:N0} numbers at most")
                    : ", a list of them or a range such as 1..5";
                Report(
                    item,
                    $"'{key.Path[Prefix.Length..]}' is {(texts is null ? "a group of keys" : $"'{string.Join(", ", texts)}'")}, expected {key.ExpectedInsteadOf(texts)}{others}");
            }
        }

        if (node is YamlSequenceNode { Children.Count: 0 } && !key.IsList)
        {
            Report(node, $"'{key.Path[Prefix.Length..]}' is an empty list: at least one value was expected");
        }

        return values;
    }

    /// <summary>Whether a text is a range of more numbers than there may be runs.</summary>
    private static bool IsTooLong(IReadOnlyList<string>? texts) =>
        texts is [var text]
            && text.Split("..") is [var from, var to]
            && long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && long.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var last) && last - first >= MostRuns;

    /// <summary>The whole numbers of <c>1..5</c>; null for what is no range of values that the key may have.</summary>
    private static List<IReadOnlyList<string>>? RangeOf(ConfigKey key, string text)
    {
        if (key.Value.Type != "integer" || text.Split("..") is not [var from, var to]
            || !int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            || last < first || last - (long)first >= MostRuns || key.Apply(new GlassyConfig(), [from]) is null)
        {
            return null;
        }

        return [.. Enumerable.Range(first, last - first + 1)
            .Select(number => (IReadOnlyList<string>)[number.ToString(CultureInfo.InvariantCulture)])];
    }

    private static IReadOnlyList<string>? TextsOf(YamlNode node) => node switch
    {
        YamlScalarNode scalar => [scalar.Value ?? ""],
        YamlSequenceNode list when list.All(item => item is YamlScalarNode) =>
            [.. list.Cast<YamlScalarNode>().Select(item => item.Value ?? "")],
        _ => null,
    };

    private static YamlNode? Child(YamlMappingNode mapping, string key) =>
        mapping.Children.FirstOrDefault(child => child.Key is YamlScalarNode scalar && scalar.Value == key).Value;

    private void Report(YamlNode node, string message) =>
        mistakes.Add(Diagnostic.Error(message, file, (int)node.Start.Line, (int)node.Start.Column));
}

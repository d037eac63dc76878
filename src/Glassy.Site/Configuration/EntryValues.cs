using System.Globalization;
using Glassy.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace Glassy.Configuration;

/// <summary>The values of an entry of <c>runs:</c> that trains nothing, by their keys, each checked; what is wrong is reported.</summary>
internal sealed class EntryValues
{
    private readonly string _file;
    private readonly ICollection<Diagnostic> _mistakes;
    private readonly YamlMappingNode _mapping;
    private readonly Dictionary<string, IReadOnlyList<string>> _values;

    /// <param name="file">What messages call the configuration.</param>
    /// <param name="mistakes">Receives what is wrong, with its place.</param>
    /// <param name="mapping">The entry.</param>
    /// <param name="keys">Its keys.</param>
    /// <param name="others">Its keys that are read elsewhere.</param>
    /// <param name="kind">How messages begin that name an unknown key.</param>
    public EntryValues(
        string file,
        ICollection<Diagnostic> mistakes,
        YamlMappingNode mapping,
        IReadOnlyList<ForeignKey> keys,
        IReadOnlyList<string> others,
        string kind)
    {
        (_file, _mistakes, _mapping) = (file, mistakes, mapping);
        foreach (var node in mapping.Children.Keys)
        {
            var name = (node as YamlScalarNode)?.Value ?? "";
            if (!others.Contains(name) && keys.All(key => key.Name != name))
            {
                Report(node, $"{kind} has no option '{name}'{Spelling.SuggestAndList(name, [.. others, .. keys.Select(key => key.Name)])}");
            }
        }

        _values = keys.ToDictionary(key => key.Name, IReadOnlyList<string> (key) => ValuesOf(key));
    }

    /// <summary>The values of a key, in order; none when it is not there.</summary>
    public IReadOnlyList<string> Of(string key) => _values[key];

    /// <summary>The value of a key that has one; null when it is not there.</summary>
    public string? One(string key) => _values[key].Count > 0 ? _values[key][0] : null;

    /// <summary>A whole number that was checked; 0 for what was reported.</summary>
    public static long NumberOf(string text) => IsNumber(text) ? long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    /// <summary>Gives each file its seed, and reports keys that have values, but not one for each file.</summary>
    /// <param name="main">The key of the files.</param>
    /// <param name="keys">The entry's keys.</param>
    public IReadOnlyList<long> Seeds(string main, IReadOnlyList<ForeignKey> keys)
    {
        var files = _values[main];
        foreach (var key in keys.Where(key => key.IsOnePerFile && _values[key.Name].Count > 0 && _values[key.Name].Count != files.Count))
        {
            var node = NodeOf(key.Name)!; // it has values
            Report(
                node,
                $"'{key.Name}' has {ValuesIn(_values[key.Name].Count)}, expected one for each of the {ValuesIn(files.Count)} of `{main}`");
        }

        var seeds = _values["seed"].Count > 0 ? _values["seed"].Select(NumberOf).ToList() : [.. files.Select((_, i) => i + 1L)];
        if (seeds.Distinct().Count() < seeds.Count)
        {
            Report(NodeOf("seed")!, "'seed' has a number twice, expected another for each file"); // those that are given may be the same
        }

        return seeds;
    }

    /// <summary>What stands at a key; null when it is not there.</summary>
    public YamlNode? NodeOf(string key) =>
        _mapping.Children.FirstOrDefault(child => child.Key is YamlScalarNode scalar && scalar.Value == key).Value;

    public void Report(YamlNode node, string message) =>
        _mistakes.Add(Diagnostic.Error(message, _file, (int)node.Start.Line, (int)node.Start.Column));

    /// <summary>What the key says, each value checked.</summary>
    private List<string> ValuesOf(ForeignKey key)
    {
        if (NodeOf(key.Name) is not { } node)
        {
            return [];
        }

        IEnumerable<YamlNode> items = key.IsOnePerFile && node is YamlSequenceNode sequence ? sequence : [node];
        var values = new List<string>();
        foreach (var item in items)
        {
            var text = (item as YamlScalarNode)?.Value;
            if (string.IsNullOrWhiteSpace(text)
                || (key.Choices.Count > 0 && !key.Choices.Contains(text))
                || (key.IsNumber && !IsNumber(text)))
            {
                var expected = key.Choices.Count > 0
                    ? string.Join(" or ", key.Choices)
                    : key.IsNumber ? "a whole number of 0 or more" : "a text";
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

    private static string ValuesIn(int count) => Counted.Of(count, "value");
}

using System.Globalization;
using Glassy.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Glassy.Sources;

/// <summary>The keys and values of a YAML mapping, read one by one, with the place of every mistake.</summary>
internal sealed class YamlMapping
{
    private readonly Dictionary<string, YamlNode> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourcePosition> _keys = new(StringComparer.Ordinal);
    private readonly string _file;
    private readonly ICollection<Diagnostic> _diagnostics;

    private YamlMapping(YamlMappingNode? node, string file, ICollection<Diagnostic> diagnostics)
    {
        (_file, _diagnostics) = (file, diagnostics);
        Position = node is null ? new SourcePosition(1, 1) : YamlNodes.Place(node);
        foreach (var (key, value) in (node ?? []).Children)
        {
            var name = key is YamlScalarNode { Value: { } text } ? text : key.ToString();
            _nodes[name] = value;
            _keys[name] = YamlNodes.Place(key);
        }
    }

    /// <summary>Where it begins.</summary>
    public SourcePosition Position { get; }

    /// <summary>The keys, in the file's order.</summary>
    public IEnumerable<string> Keys => _nodes.Keys;

    /// <summary>Where each key's value stands.</summary>
    public Dictionary<string, SourcePosition> Positions =>
        _nodes.ToDictionary(pair => pair.Key, pair => YamlNodes.Place(pair.Value), StringComparer.Ordinal);

    /// <summary>Every value as strings, lists and dictionaries.</summary>
    public Dictionary<string, object?> Values =>
        _nodes.ToDictionary(pair => pair.Key, pair => YamlNodes.Plain(pair.Value), StringComparer.Ordinal);

    /// <summary>Reads YAML, or JSON, its subset. What is no mapping is reported and counts as empty.</summary>
    /// <param name="yaml">Its first line is the file's first.</param>
    /// <param name="what">What it is, for messages: "the front matter".</param>
    /// <param name="file">The file, for messages.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    /// <param name="listKey">The key that a list at the root is the value of; null when there must be none.</param>
    public static YamlMapping Load(string yaml, string what, string file, ICollection<Diagnostic> diagnostics, string? listKey = null)
    {
        if (YamlLimits.Check(yaml, what, file) is { } tooMuch)
        {
            diagnostics.Add(tooMuch);
            return new YamlMapping(null, file, diagnostics);
        }

        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException error)
        {
            diagnostics.Add(Diagnostic.Error($"{what} is not YAML: {error.Message}", file, (int)error.Start.Line, (int)error.Start.Column));
            return new YamlMapping(null, file, diagnostics);
        }

        var root = stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
        if (root is YamlSequenceNode && listKey is not null)
        {
            root = new YamlMappingNode(new YamlScalarNode(listKey), root);
        }

        if (root is not (null or YamlMappingNode) && !YamlNodes.IsNull(root))
        {
            var expected = listKey == "items"
                ? "a list, or `items:` with one"
                : listKey is null ? "`key: value` lines" : "a list or `key: value` lines";
            diagnostics.Add(Diagnostic.Error($"{what} must be {expected}", file, YamlNodes.Place(root).Line, YamlNodes.Place(root).Column));
        }

        return new YamlMapping(root as YamlMappingNode, file, diagnostics);
    }

    /// <summary>A node of a list as a mapping; null when it is none.</summary>
    public YamlMapping? Of(YamlNode node) => node is YamlMappingNode mapping ? new YamlMapping(mapping, _file, _diagnostics) : null;

    public YamlNode? NodeOf(string key) => _nodes.GetValueOrDefault(key);

    public bool Has(string key) => _nodes.ContainsKey(key);

    /// <summary>Whether the key is there and says <c>null</c>.</summary>
    public bool SaysNull(string key) => _nodes.TryGetValue(key, out var node) && YamlNodes.IsNull(node);

    public SourcePosition PositionOf(string key) => _nodes.TryGetValue(key, out var node) ? YamlNodes.Place(node) : Position;

    /// <summary>Where the key itself stands; the mapping when it is not there.</summary>
    public SourcePosition KeyPositionOf(string key) => _keys.GetValueOrDefault(key, Position);

    /// <summary>A text that is not empty; null when there is none.</summary>
    public string? Text(string key) => Scalar(key, "a text") is { Length: > 0 } text ? text : null;

    /// <summary>An address that a page may link to; null when there is none.</summary>
    public string? Address(string key)
    {
        var address = Text(key);
        if (address is not null && UrlScheme.MistakeIn(address) is { } mistake)
        {
            Report(key, $"`{key}`: {mistake}");
            return null;
        }

        return address;
    }

    /// <summary>A text, which may be empty.</summary>
    public string? EmptyOrText(string key) => Scalar(key, "a text");

    /// <summary>A text, or an explicit null; null when the key is not there.</summary>
    public Located<string?>? TextOrNull(string key) =>
        !Has(key) ? null : SaysNull(key) || Text(key) is { } ? new Located<string?>(Text(key), PositionOf(key)) : null;

    public double? Number(string key)
    {
        if (Scalar(key, "a number") is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        Report(key, $"`{key}: {text}`: a number was expected");
        return null;
    }

    public bool? Flag(string key)
    {
        var text = Scalar(key, "true or false");
        switch (text)
        {
            case null:
                return null;
            case "true" or "True" or "TRUE":
                return true;
            case "false" or "False" or "FALSE":
                return false;
        }

        Report(key, $"`{key}: {text}`: true or false was expected");
        return null;
    }

    public IReadOnlyList<string> Texts(string key)
    {
        var items = Items(key);
        if (items.All(item => item is YamlScalarNode))
        {
            return [.. items.Select(item => item.ToString())];
        }

        Report(key, $"`{key}`: a list of texts was expected, such as [one, two]");
        return [];
    }

    /// <summary>A list's nodes; empty when there is none.</summary>
    public IReadOnlyList<YamlNode> Items(string key)
    {
        if (!_nodes.TryGetValue(key, out var node) || YamlNodes.IsNull(node))
        {
            return [];
        }

        if (node is YamlSequenceNode sequence)
        {
            return [.. sequence.Children];
        }

        Report(key, $"`{key}`: a list was expected, such as [one, two]");
        return [];
    }

    /// <summary>A mapping inside this one; null when there is none.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="expected">What it should be, for the message.</param>
    public YamlMapping? Mapping(string key, string expected)
    {
        if (!_nodes.TryGetValue(key, out var node) || YamlNodes.IsNull(node))
        {
            return null;
        }

        if (Of(node) is { } mapping)
        {
            return mapping;
        }

        Report(key, $"`{key}`: {expected} was expected");
        return null;
    }

    /// <summary>Reports keys that are not known, with the nearest that is.</summary>
    public void RefuseOthersThan(IReadOnlyCollection<string> known)
    {
        foreach (var (key, position) in _keys.Where(pair => !known.Contains(pair.Key)))
        {
            _diagnostics.Add(
                Diagnostic.Error($"unknown key `{key}`{Spelling.SuggestAndList(key, known)}", _file, position.Line, position.Column));
        }
    }

    /// <summary>Notes a mistake at a key's value; at the mapping when the key is not there.</summary>
    public void Report(string key, string message) => Report(PositionOf(key), message);

    public void Report(SourcePosition position, string message) =>
        _diagnostics.Add(Diagnostic.Error(message, _file, position.Line, position.Column));

    private string? Scalar(string key, string expected)
    {
        if (!_nodes.TryGetValue(key, out var node) || YamlNodes.IsNull(node))
        {
            return null;
        }

        if (node is YamlScalarNode scalar)
        {
            return scalar.Value;
        }

        Report(key, $"`{key}`: {expected} was expected");
        return null;
    }
}

using Glassy.Diagnostics;
using Glassy.Sources;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Glassy.Configuration;

/// <summary>Reads <c>glassy.yml</c> and reports every mistake in it with its place.</summary>
public static class ConfigReader
{
    /// <param name="yaml">The file's text.</param>
    /// <param name="file">Its name in messages.</param>
    /// <exception cref="DiagnosticException">All its mistakes.</exception>
    public static GlassyConfig Read(string yaml, string file)
    {
        var mistakes = new List<Diagnostic>();
        var config = new GlassyConfig();
        if (Root(yaml, file) is { } root)
        {
            config = ReadMapping(root, "", config, file, mistakes);
        }

        return mistakes.Count == 0 ? config : throw new DiagnosticException(mistakes);
    }

    private static YamlMappingNode? Root(string yaml, string file)
    {
        if (YamlLimits.Check(yaml, "the configuration", file) is { } tooMuch)
        {
            throw new DiagnosticException(tooMuch);
        }

        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException mistake)
        {
            var (line, column) = PlaceOf(mistake, yaml);
            throw new DiagnosticException(Diagnostic.Error($"not valid YAML: {mistake.Message.TrimEnd('.')}", file, line, column));
        }

        return stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode switch
        {
            YamlMappingNode mapping => mapping,
            YamlScalarNode { Value: null or "" } => null,
            var other => throw new DiagnosticException(At(other, file, "expected keys and values, such as 'dataset: auto'")),
        };
    }

    /// <summary>Where the mistake is; for a tab in an indentation the tab, as the parser only knows what it indents.</summary>
    private static (int Line, int Column) PlaceOf(YamlException mistake, string yaml)
    {
        var (line, column) = ((int)mistake.Start.Line, (int)mistake.Start.Column);
        if (!mistake.Message.Contains(" tab ", StringComparison.Ordinal))
        {
            return (line, column);
        }

        var indentations = yaml
            .Split('\n')
            .Select((text, index) => (Line: index + 1, Tab: text[..^text.TrimStart().Length].IndexOf('\t', StringComparison.Ordinal)));
        var found = indentations.FirstOrDefault(indentation => indentation.Line >= line && indentation.Tab >= 0);
        return found.Line == 0 ? (line, column) : (found.Line, found.Tab + 1);
    }

    private static GlassyConfig ReadMapping(
        YamlMappingNode mapping,
        string prefix,
        GlassyConfig config,
        string file,
        List<Diagnostic> mistakes)
    {
        foreach (var (keyNode, value) in mapping.Children)
        {
            var path = prefix + (keyNode as YamlScalarNode)?.Value;
            if (path == "runs")
            {
                config = config with { Runs = new RunsReader(file, mistakes).Read(value) };
            }
            else if (path == MutedChecksReader.Key)
            {
                config = config with { MutedChecks = new MutedChecksReader(file, mistakes).Read(value) };
            }
            else if (ConfigSchema.Keys.FirstOrDefault(k => k.Path == path) is { } key)
            {
                config = Apply(key, value, config, file, mistakes);
            }
            else if (ConfigSchema.Keys.Any(k => k.Path.StartsWith(path + ".", StringComparison.Ordinal)))
            {
                config = value switch
                {
                    YamlMappingNode inner => ReadMapping(inner, path + ".", config, file, mistakes),
                    YamlScalarNode { Value: null or "" } => config,
                    YamlScalarNode when ConfigSchema.Shorthands.TryGetValue(path, out var meant) =>
                        Apply(meant, value, config, file, mistakes),
                    _ => Report(config, At(value, file, $"'{path}' holds keys: {string.Join(", ", KnownUnder(path + "."))}")),
                };
            }
            else
            {
                mistakes.Add(
                    At(keyNode, file, $"unknown key '{path}'{Spelling.SuggestAndList(path[prefix.Length..], KnownUnder(prefix))}"));
            }
        }

        return config;

        GlassyConfig Report(GlassyConfig unchanged, Diagnostic mistake)
        {
            mistakes.Add(mistake);
            return unchanged;
        }
    }

    private static GlassyConfig Apply(ConfigKey key, YamlNode value, GlassyConfig config, string file, List<Diagnostic> mistakes)
    {
        var scalars = Scalars(key, value);
        var changed = scalars is null ? null : key.Apply(config, scalars);
        if (changed is null)
        {
            mistakes.Add(At(value, file, $"'{key.Path}' is {Show(value)}, expected {key.ExpectedInsteadOf(scalars)}"));
        }

        return changed is null
            ? config
            : changed with
            {
                Places = changed.Places.SetItem(key.Path, new ConfigPlace(file, (int)value.Start.Line, (int)value.Start.Column))
            };
    }

    private static IReadOnlyList<string>? Scalars(ConfigKey key, YamlNode value) => (value, key.IsList) switch
    {
        (YamlScalarNode scalar, false) => [scalar.Value ?? ""],
        (YamlSequenceNode list, true) when list.Children.All(c => c is YamlScalarNode) =>
            [.. list.Children.Select(c => ((YamlScalarNode)c).Value ?? "")],
        _ => null,
    };

    private static string Show(YamlNode node) => node switch
    {
        YamlScalarNode { Value: null or "" } => "empty",
        YamlScalarNode scalar => $"'{scalar.Value}'",
        YamlSequenceNode list => $"[{string.Join(", ", list.Children.Select(c => (c as YamlScalarNode)?.Value ?? "…"))}]",
        _ => "a group of keys",
    };

    private static IReadOnlyCollection<string> KnownUnder(string prefix) =>
    [
        .. ConfigSchema.Keys
            .Where(k => k.Path.StartsWith(prefix, StringComparison.Ordinal))
            .Select(k => k.Path[prefix.Length..].Split('.')[0])
            .Concat(prefix.Length == 0 ? ["runs", MutedChecksReader.Key] : [])
            .Distinct(),
    ];

    private static Diagnostic At(YamlNode node, string file, string message) =>
        Diagnostic.Error(message, file, (int)node.Start.Line, (int)node.Start.Column);
}

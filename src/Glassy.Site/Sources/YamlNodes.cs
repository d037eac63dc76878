using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Glassy.Sources;

/// <summary>What a YAML node is.</summary>
internal static class YamlNodes
{
    /// <summary>Where it begins in its file.</summary>
    public static SourcePosition Place(YamlNode node) => new((int)node.Start.Line, (int)node.Start.Column);

    /// <summary>Whether it says <c>null</c>, or nothing.</summary>
    public static bool IsNull(YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" };

    /// <summary>It as a string, a list or a dictionary.</summary>
    public static object? Plain(YamlNode node) => node switch
    {
        YamlSequenceNode sequence => sequence.Children.Select(Plain).ToList(),
        YamlMappingNode mapping => mapping.Children.ToDictionary(pair => pair.Key.ToString(), pair => Plain(pair.Value)),
        _ => IsNull(node) ? null : ((YamlScalarNode)node).Value,
    };
}

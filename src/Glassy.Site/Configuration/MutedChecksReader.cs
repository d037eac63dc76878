using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Glassy.Checks;
using Glassy.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace Glassy.Configuration;

/// <summary>
/// Reads <c>checks:</c>, which says why failed checks are not to be mended: <c>{ mute: { GL007: one seed suffices here } }</c>.
/// </summary>
/// <param name="file">What messages call the configuration.</param>
/// <param name="mistakes">Receives what is wrong, with its place.</param>
internal sealed class MutedChecksReader(string file, ICollection<Diagnostic> mistakes)
{
    public const string Key = "checks";

    private const string Mute = "mute";
    private const string Expected = "expected `mute` with a reason for each code, such as { mute: { GL007: one seed suffices here } }";

    /// <returns>The reasons by code.</returns>
    public ImmutableDictionary<string, string> Read(YamlNode node)
    {
        var muted = ImmutableDictionary<string, string>.Empty;
        foreach (var (key, value) in ChildrenOf(node, $"'{Key}'"))
        {
            if (TextOf(key) != Mute)
            {
                Report(key, $"unknown key '{Key}.{TextOf(key)}', {Expected}");
                continue;
            }

            foreach (var (code, reason) in ChildrenOf(value, $"'{Key}.{Mute}'"))
            {
                muted = Add(muted, code, reason);
            }
        }

        return muted;
    }

    /// <summary>What an editor knows of the key.</summary>
    public static JsonObject Schema() => new()
    {
        ["type"] = new JsonArray("object", "null"),
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject
        {
            [Mute] = new JsonObject
            {
                ["type"] = new JsonArray("object", "null"),
                ["additionalProperties"] = false,
                ["properties"] = new JsonObject(CheckCatalog.Codes.Select(code => KeyValuePair.Create<string, JsonNode?>(
                    code, new JsonObject { ["type"] = "string", ["pattern"] = "\\S" }))),
                ["description"] = "Why failed checks are not to be mended, by their codes. Expected: a reason.",
            },
        },
    };

    private ImmutableDictionary<string, string> Add(ImmutableDictionary<string, string> muted, YamlNode codeNode, YamlNode reasonNode)
    {
        var (code, reason) = (TextOf(codeNode), TextOf(reasonNode).Trim());
        if (!CheckCatalog.Codes.Contains(code))
        {
            Report(codeNode, $"there is no check '{code}'{Spelling.SuggestAndList(code, CheckCatalog.Codes)}");
            return muted;
        }

        if (reason.Length == 0)
        {
            Report(reasonNode, $"'{Key}.{Mute}.{code}' has no reason, expected why its failure is not to be mended: pages show it");
            return muted;
        }

        return muted.SetItem(code, reason);
    }

    private IEnumerable<KeyValuePair<YamlNode, YamlNode>> ChildrenOf(YamlNode node, string what)
    {
        if (node is YamlScalarNode { Value: null or "" })
        {
            return [];
        }

        if (node is YamlMappingNode mapping)
        {
            return mapping.Children;
        }

        Report(node, $"{what} is no group of keys, {Expected}");
        return [];
    }

    private static string TextOf(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";

    private void Report(YamlNode node, string message) =>
        mistakes.Add(Diagnostic.Error(message, file, (int)node.Start.Line, (int)node.Start.Column));
}

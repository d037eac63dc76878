using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Glassy.Tests.Configuration;

/// <summary>
/// Checks YAML by JSON Schema as editors do: the keywords that the configuration's schema uses (draft 07), and no others.
/// </summary>
internal static class JsonSchemaCheck
{
    private static readonly string[] Known =
        [
            "$schema", "title", "type", "properties", "additionalProperties", "description", "default", "minimum", "maximum",
            "exclusiveMinimum", "exclusiveMaximum", "pattern", "enum", "items", "anyOf", "required"
        ];

    /// <summary>What is wrong, by path; empty when nothing is.</summary>
    public static IReadOnlyList<string> Mistakes(string yaml, JsonObject schema)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return [.. Mistakes(stream.Documents[0].RootNode, schema, "")];
    }

    public static IEnumerable<string> Mistakes(YamlNode node, JsonObject schema, string path)
    {
        Assert.All(schema, keyword => Assert.Contains(keyword.Key, Known));
        if (schema["anyOf"] is JsonArray choices)
        {
            return choices.Any(choice => !Mistakes(node, choice!.AsObject(), path).Any()) ? [] : [$"{path}: none of anyOf"];
        }

        var types = schema["type"] is JsonArray several ? several.Select(type => (string)type!).ToList() : [(string)schema["type"]!];
        var type = TypeOf(node);
        if (!types.Contains(type) && !(type == "integer" && types.Contains("number")))
        {
            return [$"{path}: {type}"];
        }

        return node switch
        {
            YamlMappingNode mapping when (schema["required"] as JsonArray)?.Any(
                name => !mapping.Children.ContainsKey((string)name!)) == true => [$"{path}: required"],
            YamlMappingNode mapping => mapping.Children.SelectMany(pair =>
                ((YamlScalarNode)pair.Key).Value is var name && schema["properties"]![name!] is JsonObject inner
                ? Mistakes(pair.Value, inner, $"{path}/{name}")
                : [$"{path}/{name}: unknown"]),
            YamlSequenceNode list => list.SelectMany((item, i) => Mistakes(item, schema["items"]!.AsObject(), $"{path}/{i}")),
            YamlScalarNode { Value: { } text } => IsRight(text, schema) ? [] : [$"{path}: {text}"],
            _ => [],
        };
    }

    private static bool IsRight(string text, JsonObject schema) =>
        (schema["minimum"] is not { } least || Number(text) >= (int)least)
        && (schema["maximum"] is not { } most || Number(text) <= (int)most)
        && (schema["exclusiveMinimum"] is not { } above || Number(text) > (int)above)
        && (schema["exclusiveMaximum"] is not { } below || Number(text) < (int)below)
        && (schema["pattern"] is not { } pattern || Regex.IsMatch(text, (string)pattern!))
        && (schema["enum"] is not JsonArray choices || choices.Any(choice => (string)choice! == text));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>YAML's core schema (1.2, 10.3.2), as far as a configuration goes.</summary>
    private static string TypeOf(YamlNode node) => node switch
    {
        YamlMappingNode => "object",
        YamlSequenceNode => "array",
        YamlScalarNode { Style: not ScalarStyle.Plain } => "string",
        YamlScalarNode { Value: null or "" or "null" or "~" } => "null",
        YamlScalarNode { Value: "true" or "false" } => "boolean",
        YamlScalarNode scalar when int.TryParse(scalar.Value, out _) => "integer",
        YamlScalarNode scalar when double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => "number",
        _ => "string",
    };
}

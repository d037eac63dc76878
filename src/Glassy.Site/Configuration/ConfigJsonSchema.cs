using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Glassy.Settings;

namespace Glassy.Configuration;

/// <summary>
/// The keys of <c>glassy.yml</c> as JSON Schema (draft 07, which editors' YAML servers read): completion, and mistakes as they are typed.
/// </summary>
public static class ConfigJsonSchema
{
    /// <summary>What the file is called where a project has it.</summary>
    public const string FileName = "glassy.schema.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    /// <returns>The schema, indented, with a line end.</returns>
    public static string Write()
    {
        var schema = GroupOf("");
        schema["properties"]!["runs"] = RunsSchema.Make(); // GroupOf gives properties
        schema["properties"]![MutedChecksReader.Key] = MutedChecksReader.Schema(); // likewise
        schema.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        schema.Insert(1, "title", "glassy.yml");
        return schema.ToJsonString(Json) + "\n";
    }

    private static JsonObject GroupOf(string prefix)
    {
        var properties = new JsonObject();
        foreach (var key in ConfigSchema.Keys.Where(key => key.Path.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var name = key.Path[prefix.Length..].Split('.')[0];
            properties[name] ??= prefix + name == key.Path ? SchemaOf(key) : GroupOf($"{prefix}{name}.");
        }

        // A group without keys is empty, as in the reader.
        var group = new JsonObject
        {
            ["type"] = new JsonArray("object", "null"),
            ["additionalProperties"] = false,
            ["properties"] = properties
        };
        return ConfigSchema.Shorthands.TryGetValue(prefix.TrimEnd('.'), out var meant)
            ? new JsonObject { ["anyOf"] = new JsonArray(SchemaOf(meant), group) }
            : group;
    }

    private static JsonObject SchemaOf(ConfigKey key)
    {
        var schema = key.IsList ? new JsonObject { ["type"] = "array", ["items"] = SchemaOf(key.Value) } : SchemaOf(key.Value);
        schema["description"] = $"{key.Description} Expected: {key.Expected}.";
        if (key.Default.Length > 0)
        {
            schema["default"] = DefaultOf(key);
        }

        return schema;
    }

    internal static JsonObject SchemaOf(SettingValue value)
    {
        var schema = new JsonObject { ["type"] = value.Type };
        Set("minimum", value.Least);
        Set("maximum", value.Most);
        Set("exclusiveMinimum", value.Above);
        Set("exclusiveMaximum", value.Below);
        Set("pattern", value.Pattern);
        Set("enum", value.Choices.Count > 0 ? new JsonArray([.. value.Choices.Select(choice => JsonValue.Create(choice))]) : null);
        return value.Or is null ? schema : new JsonObject { ["anyOf"] = new JsonArray(schema, SchemaOf(value.Or)) };

        void Set(string keyword, JsonNode? node)
        {
            if (node is not null)
            {
                schema[keyword] = node;
            }
        }
    }

    private static JsonNode? DefaultOf(ConfigKey key) =>
        (key.Value.Type == "string" && !key.IsList) || key.Value.Or?.Choices.Contains(key.Default) == true
            ? key.Default
            : JsonNode.Parse(key.Default);
}

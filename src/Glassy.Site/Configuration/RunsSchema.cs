using System.Text.Json.Nodes;

namespace Glassy.Configuration;

/// <summary>What <see cref="RunsReader"/> reads, as JSON Schema (draft 07).</summary>
internal static class RunsSchema
{
    private const string Prefix = "run.";

    public static JsonObject Make()
    {
        var recipe = OptionsSchema();
        var properties = recipe["properties"]!.AsObject(); // made with them
        properties.Insert(0, "name", new JsonObject
        {
            ["type"] = "string",
            ["pattern"] = ".",
            ["description"] = "What the recipe is called; each has another name."
        });
        properties.Insert(1, "set", new JsonObject
        {
            ["type"] = "string",
            ["enum"] = new JsonArray("quick", "full"),
            ["description"] = "quick: every build makes its runs; full: only --runs full does.",
            ["default"] = "quick",
        });
        properties["exclude"] = new JsonObject
        {
            ["type"] = "array",
            ["items"] = OptionsSchema(),
            ["description"] = "Combinations of values that are not wanted.",
        };
        return new JsonObject
        {
            ["type"] = "array",
            ["items"] = new JsonObject { ["anyOf"] = new JsonArray(recipe, ForeignSchema(), OnnxSchema()) },
            ["description"] =
                "Recipes: each option may be a list of values, or a range of whole numbers, and makes a run for every combination.",
        };
    }

    /// <summary>A recipe that reads what another program's model says.</summary>
    private static JsonObject ForeignSchema() => SchemaOf(ForeignEntryReader.Keys, [ForeignEntryReader.Key]);

    /// <summary>A recipe that evaluates another program's model.</summary>
    private static JsonObject OnnxSchema()
    {
        var schema = SchemaOf(OnnxEntryReader.Keys, [OnnxEntryReader.ModelKey, OnnxEntryReader.WeightsKey]);
        schema["properties"]![OnnxEntryReader.InputKey] = InputSchema(); // made with them
        return schema;
    }

    /// <summary>A name, and keys of which some have to be there.</summary>
    private static JsonObject SchemaOf(IReadOnlyList<ForeignKey> keys, string[] required)
    {
        var properties = new JsonObject
        {
            ["name"] = new JsonObject
            {
                ["type"] = "string",
                ["pattern"] = ".",
                ["description"] = "What the recipe is called; each has another name."
            }
        };
        foreach (var key in keys)
        {
            properties[key.Name] = SchemaOf(key);
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray([.. required.Prepend("name").Select(name => (JsonNode)name)]),
            ["additionalProperties"] = false,
            ["properties"] = properties,
        };
    }

    private static JsonObject InputSchema()
    {
        var properties = new JsonObject();
        foreach (var (key, description) in OnnxInputReader.Keys)
        {
            properties[key] = InputSchemaOf(key);
            properties[key]!["description"] = description; // made in the line above
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = properties,
            ["description"] = "How pictures become the model's input.",
        };
    }

    private static JsonObject InputSchemaOf(string key) => key switch
    {
        "size" => ConfigJsonSchema.SchemaOf(ConfigSchema.Keys.Single(key => key.Path == "dataset.resize.size").Value), // a size is a size
        "channels" => new JsonObject { ["enum"] = new JsonArray(1, 3) },
        "layout" => new JsonObject { ["enum"] = new JsonArray("nchw", "nhwc") },
        "range" => new JsonObject { ["enum"] = new JsonArray("0-1", "0-255") },
        _ => new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["type"] = "number" },
                new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "number" } }),
        },
    };

    private static JsonObject SchemaOf(ForeignKey key)
    {
        var one = new JsonObject { ["type"] = key.IsNumber ? "integer" : "string" };
        if (key.Choices.Count > 0)
        {
            one["enum"] = new JsonArray([.. key.Choices.Select(choice => (JsonNode)choice)]);
        }

        var value = key.IsOnePerFile
            ? new JsonObject { ["anyOf"] = new JsonArray(one, new JsonObject { ["type"] = "array", ["items"] = one.DeepClone() }) }
            : one;
        value["description"] = key.Description;
        return value;
    }

    private static JsonObject OptionsSchema()
    {
        var properties = new JsonObject();
        foreach (var key in ConfigSchema.Keys.Where(key => key.Path.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var choices = new JsonArray(ValueSchema(key), new JsonObject { ["type"] = "array", ["items"] = ValueSchema(key) });
            if (key.Value.Type == "integer" && !key.IsList)
            {
                choices.Add(new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]+\\.\\.[0-9]+$" });
            }

            properties[key.Path[Prefix.Length..]] = new JsonObject { ["anyOf"] = choices, ["description"] = key.Description };
        }

        return new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
    }

    private static JsonObject ValueSchema(ConfigKey key) => key.IsList
        ? new JsonObject { ["type"] = "array", ["items"] = ConfigJsonSchema.SchemaOf(key.Value) }
        : ConfigJsonSchema.SchemaOf(key.Value);
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Glassy.Tests;

/// <summary>
/// As much of JSON Schema 2020-12 as the published schema uses; an unknown keyword is an error, so that nothing passes unread.
/// </summary>
internal sealed class SchemaCheck(JsonElement root)
{
    private static readonly HashSet<string> Notes = ["$schema", "$defs", "title", "description", "format"];

    private readonly List<string> _mistakes = [];

    public static IReadOnlyList<string> Mistakes(JsonElement schema, JsonElement value)
    {
        var check = new SchemaCheck(schema);
        check.Check(schema, value, "");
        return check._mistakes;
    }

    private void Check(JsonElement schema, JsonElement value, string path)
    {
        foreach (var keyword in schema.EnumerateObject().Where(keyword => !Notes.Contains(keyword.Name)))
        {
            if (!Holds(keyword.Name, keyword.Value, schema, value, path))
            {
                _mistakes.Add($"{path}: {keyword.Name} {keyword.Value.GetRawText()[..Math.Min(60, keyword.Value.GetRawText().Length)]}");
            }
        }
    }

    private bool Holds(string keyword, JsonElement rule, JsonElement schema, JsonElement value, string path) => keyword switch
    {
        "$ref" => Each(() => Check(root.GetProperty("$defs").GetProperty(rule.GetString()!["#/$defs/".Length..]), value, path)),
        "type" => rule.ValueKind == JsonValueKind.Array ? rule.EnumerateArray().Any(type => IsOf(type, value)) : IsOf(rule, value),
        "required" =>
            value.ValueKind != JsonValueKind.Object || rule.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
        "properties" => value.ValueKind != JsonValueKind.Object || Each(() =>
        {
            foreach (var member in value.EnumerateObject())
            {
                if (rule.TryGetProperty(member.Name, out var known))
                {
                    Check(known, member.Value, $"{path}.{member.Name}");
                }
            }
        }),
        "additionalProperties" => rule.GetBoolean() || value.ValueKind != JsonValueKind.Object
            || value.EnumerateObject().All(member => schema.GetProperty("properties").TryGetProperty(member.Name, out _)),
        "items" => value.ValueKind != JsonValueKind.Array || Each(() =>
        {
            var i = 0;
            foreach (var item in value.EnumerateArray())
            {
                Check(rule, item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i++}]"));
            }
        }),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.GetDouble(),
        "exclusiveMinimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() > rule.GetDouble(),
        "exclusiveMaximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() < rule.GetDouble(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= rule.GetDouble(),
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.GetString()!),
        "const" => JsonElement.DeepEquals(rule, value),
        "enum" => rule.EnumerateArray().Any(choice => JsonElement.DeepEquals(choice, value)),
        "anyOf" => rule.EnumerateArray().Any(choice => new SchemaCheck(root).Accepts(choice, value)),
        _ => throw new InvalidOperationException($"{path}: the check does not know the keyword {keyword}"),
    };

    private bool Accepts(JsonElement schema, JsonElement value)
    {
        Check(schema, value, "");
        return _mistakes.Count == 0;
    }

    private static bool Each(Action check)
    {
        check();
        return true;
    }

    private static bool IsOf(JsonElement type, JsonElement value) => (type.GetString(), value.ValueKind) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) or ("null", JsonValueKind.Null) or ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => value.GetDouble() == Math.Truncate(value.GetDouble()),
        _ => false,
    };
}

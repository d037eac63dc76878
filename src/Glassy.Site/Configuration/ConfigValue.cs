namespace Glassy.Configuration;

/// <summary>What a key's value must be, for programs: editors check and complete a configuration by it.</summary>
/// <param name="Type">JSON Schema's name of it: <c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>.</param>
public sealed record ConfigValue(string Type)
{
    public static ConfigValue Text { get; } = new("string") { Pattern = "." };

    /// <summary>A text that may be empty.</summary>
    public static ConfigValue AnyText { get; } = new("string");

    public static ConfigValue Flag { get; } = new("boolean");

    /// <summary>An address with scheme and host.</summary>
    public static ConfigValue Address { get; } = new("string") { Pattern = "^https?://" };

    /// <summary>A path from the site's root.</summary>
    public static ConfigValue Path { get; } = new("string") { Pattern = "^/" };

    /// <summary>What a mistake in content leads to.</summary>
    public static ConfigValue Reaction { get; } = OneOf("throw", "warn", "ignore");

    /// <summary>The least number that it may be.</summary>
    public int? Least { get; init; }

    /// <summary>It is greater than this.</summary>
    public int? Above { get; init; }

    /// <summary>A regular expression (ECMA 262) that finds something in it.</summary>
    public string? Pattern { get; init; }

    /// <summary>The values that there are; empty when there are more.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What it may be as well; null for nothing else.</summary>
    public ConfigValue? Or { get; init; }

    public static ConfigValue Whole(int least) => new("integer") { Least = least };

    public static ConfigValue OneOf(params IReadOnlyList<string> choices) => new("string") { Choices = choices };
}

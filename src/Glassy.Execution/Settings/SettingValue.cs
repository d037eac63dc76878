namespace Glassy.Settings;

/// <summary>What a key's value must be, for programs: editors check and complete a configuration by it.</summary>
/// <param name="Type">JSON Schema's name of it: <c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>.</param>
public sealed record SettingValue(string Type)
{
    /// <summary>The least number that it may be.</summary>
    public int? Least { get; init; }

    /// <summary>The largest number that it may be.</summary>
    public int? Most { get; init; }

    /// <summary>It is greater than this.</summary>
    public int? Above { get; init; }

    /// <summary>It is less than this.</summary>
    public int? Below { get; init; }

    /// <summary>A regular expression (ECMA 262) that finds something in it.</summary>
    public string? Pattern { get; init; }

    /// <summary>The values that there are; empty when there are more.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What it may be as well; null for nothing else.</summary>
    public SettingValue? Or { get; init; }

    public static SettingValue OneOf(params IReadOnlyList<string> choices) => new("string") { Choices = choices };
}

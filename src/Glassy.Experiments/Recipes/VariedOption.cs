namespace Glassy.Recipes;

/// <summary>An option of which a recipe has several values, with one of them.</summary>
/// <param name="Key">As it is written: <c>batchSize</c>.</param>
/// <param name="Value">As it is written.</param>
public sealed record VariedOption(string Key, string Value);

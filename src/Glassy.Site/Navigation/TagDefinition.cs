namespace Glassy.Navigation;

/// <summary>A tag as the file of tags has it.</summary>
/// <param name="Label">What readers see.</param>
/// <param name="Permalink">Its address below the tags page.</param>
/// <param name="Description">What its page says about it; null for nothing.</param>
public sealed record TagDefinition(string Label, string Permalink, string? Description);

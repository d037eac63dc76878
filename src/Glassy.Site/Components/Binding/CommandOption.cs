namespace Glassy.Components.Binding;

/// <summary>One option of a verb.</summary>
/// <param name="Name">With its dashes.</param>
/// <param name="Value">What stands after it; empty for a switch.</param>
/// <param name="Description">What it does.</param>
public sealed record CommandOption(string Name, string Value, string Description);

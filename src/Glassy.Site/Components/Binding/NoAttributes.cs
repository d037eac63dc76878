namespace Glassy.Components.Binding;

/// <summary>For components that take none.</summary>
public sealed record NoAttributes;

namespace Glassy.Components;

/// <summary>For components that take none.</summary>
public sealed record NoAttributes;

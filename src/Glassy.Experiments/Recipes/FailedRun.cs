using Glassy.Diagnostics;

namespace Glassy.Recipes;

/// <summary>A run that a project asks for and that could not be made.</summary>
/// <param name="Id">Which it would have been; null when not even that is known.</param>
/// <param name="Recipe">The first recipe that asks for it.</param>
/// <param name="Mistakes">Why, at least one.</param>
public sealed record FailedRun(string? Id, Recipe Recipe, IReadOnlyList<Diagnostic> Mistakes);

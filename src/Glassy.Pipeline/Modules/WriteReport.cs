namespace Glassy.Modules;

/// <summary>What an output came to, in files.</summary>
/// <param name="Written">New or changed.</param>
/// <param name="Unchanged">Already as they should be.</param>
/// <param name="Removed">Of an earlier build, no longer part of the site.</param>
/// <param name="Pages">How many of all are pages.</param>
public sealed record WriteReport(int Written, int Unchanged, int Removed, int Pages);

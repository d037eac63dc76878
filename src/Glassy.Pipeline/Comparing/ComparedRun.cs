using Glassy.Runs;

namespace Glassy.Comparing;

/// <summary>One of two runs that are compared.</summary>
/// <param name="Asked">How the command line names it.</param>
/// <param name="Run">What it is.</param>
/// <param name="Store">Where its files are.</param>
/// <param name="Recipe">What the recipe is called that asks for it; null when it was found otherwise.</param>
public sealed record ComparedRun(string Asked, Run Run, RunStore Store, string? Recipe = null);

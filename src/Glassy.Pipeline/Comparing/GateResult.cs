using Glassy.Comparison;

namespace Glassy.Comparing;

/// <summary>A gate with what it came to.</summary>
/// <param name="Gate">As the command line names it.</param>
/// <param name="Verdict">Whether the run passes, and why.</param>
public sealed record GateResult(string Gate, GateVerdict Verdict);

namespace Glassy.Comparison;

/// <summary>Whether a run may pass, and why.</summary>
/// <param name="Passes">Whether it does.</param>
/// <param name="Reason">One sentence with the figures, in English.</param>
public sealed record GateVerdict(bool Passes, string Reason);

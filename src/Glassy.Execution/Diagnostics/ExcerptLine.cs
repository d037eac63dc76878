namespace Glassy.Diagnostics;

/// <summary>A line of a source near a mistake.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Text">Without its line end, tabs as they are.</param>
/// <param name="Column">1-based place of the mistake; 0 when it is not on this line or not known.</param>
/// <param name="IsFaulty">Whether the mistake is on this line.</param>
public sealed record ExcerptLine(int Number, string Text, int Column, bool IsFaulty);

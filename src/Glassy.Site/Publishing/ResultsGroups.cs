namespace Glassy.Publishing;

/// <summary>The groups (of one patient, one writer) in which the test pictures come.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="AreEnough">Whether intervals are drawn by them; of fewer there are none.</param>
public sealed record ResultsGroups(int Count, bool AreEnough);

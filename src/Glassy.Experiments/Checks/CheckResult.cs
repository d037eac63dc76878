namespace Glassy.Checks;

/// <summary>A check of a run, and what came of it.</summary>
/// <param name="Code"><c>GL001</c> …: it stays the same whatever is added.</param>
/// <param name="Word">By which the site's words say it (<c>checks.*</c>).</param>
/// <param name="Where">Where <c>results.json</c> has its evidence.</param>
/// <param name="State">What came of it.</param>
/// <param name="WhyNot">Of one that is not applicable the name of the word that says why; else null.</param>
/// <param name="Muted">Why its failure is not to be mended, as the project says it; null where it has not failed or is not muted.</param>
/// <param name="Values">What it goes by; none where it is not applicable.</param>
public sealed record CheckResult(
    string Code,
    string Word,
    string Where,
    CheckState State,
    string? WhyNot,
    string? Muted,
    IReadOnlyList<CheckValue> Values);

namespace Glassy.Checks;

/// <summary>What a check found, before the project had its say.</summary>
/// <param name="State">Never <see cref="CheckState.Muted"/>.</param>
/// <param name="WhyNot">Of one that is not applicable the name of the word that says why (<c>checks.not_*</c>); else null.</param>
/// <param name="Values">What it goes by; none where it is not applicable.</param>
internal sealed record CheckOutcome(CheckState State, string? WhyNot, IReadOnlyList<CheckValue> Values)
{
    public static CheckOutcome Found(bool isFailed, params IReadOnlyList<CheckValue> values) =>
        new(isFailed ? CheckState.Failed : CheckState.Passed, null, values);

    public static CheckOutcome NotKnown(string whyNot) => new(CheckState.NotApplicable, whyNot, []);
}

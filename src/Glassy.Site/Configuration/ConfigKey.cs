namespace Glassy.Configuration;

/// <summary>One key of <c>glassy.yml</c>.</summary>
/// <param name="Path">With dots: <c>run.epochs</c>.</param>
/// <param name="Expected">What its value must be, in words: "a whole number from 1".</param>
/// <param name="Default">The value when it is not given, as it would be written.</param>
/// <param name="Description">What it does, in a sentence.</param>
/// <param name="Apply">Sets it from the value's scalars (one, or a list's items); null when they are not what is expected.</param>
public sealed record ConfigKey(
    string Path,
    string Expected,
    string Default,
    string Description,
    Func<GlassyConfig, IReadOnlyList<string>, GlassyConfig?> Apply)
{
    /// <summary>What <see cref="Expected"/> says, for programs; of a list, each of its items.</summary>
    public required ConfigValue Value { get; init; }

    /// <summary>Whether the value is a list.</summary>
    public bool IsList { get; init; }
}

using Glassy.Diagnostics;

namespace Glassy.Settings;

/// <summary>What a mistake in content leads to, for a <see cref="Severity"/> that is null when the mistake is not to be reported.</summary>
/// <param name="description">What the key does.</param>
public sealed class ReactionAttribute(string description)
    : OneOfAttribute(description, [("throw", Severity.Error), ("warn", Severity.Warning), ("ignore", null)]);

using Glassy.Settings;

namespace Glassy.Runs;

/// <summary>The name of an architecture.</summary>
/// <param name="description">What the key does.</param>
internal sealed class ArchitectureAttribute(string description)
    : OneOfAttribute(description, [.. ArchitectureNames.All.Select(name => (name, (object?)name))]);

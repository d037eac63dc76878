using Glassy.Checks;
using Glassy.Comparison;
using Glassy.Publishing;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>The run that the site shows.</summary>
/// <param name="Results">The run with the figures of its predictions.</param>
/// <param name="Hash">SHA-256 of what it recorded: part of the key of all that is made from it.</param>
/// <param name="Addresses">Where the site has its files.</param>
/// <param name="IsNew">Whether this build has trained it.</param>
public sealed record FoundRun(RunResults Results, string Hash, RunAddresses Addresses, bool IsNew)
{
    public Run Run => Results.Run;

    /// <summary>Checks of it, in order.</summary>
    public required IReadOnlyList<CheckResult> Checks { get; init; }

    /// <summary>How often its test split was looked at.</summary>
    public required LookCount Looks { get; init; }

    /// <summary>What its model says of the author's own drawings; null when there are none.</summary>
    public TestedDrawings? Drawings { get; init; }
}

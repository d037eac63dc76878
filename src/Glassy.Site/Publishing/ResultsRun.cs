using Glassy.Runs;

namespace Glassy.Publishing;

/// <summary>Which run the results are of.</summary>
/// <param name="Id">16 lower-case hex digits.</param>
/// <param name="CreatedAt">When it was recorded, UTC.</param>
/// <param name="Commit">The project's git commit then; null outside a git checkout.</param>
/// <param name="Options">What decided the training; null when another program trained, as are the next two.</param>
/// <param name="Environment">Where it was made.</param>
/// <param name="Durations">How long it took.</param>
/// <param name="Foreign">Where the predictions come from when another program trained; else null.</param>
public sealed record ResultsRun(
    string Id,
    DateTimeOffset CreatedAt,
    string? Commit,
    TrainingOptions? Options,
    RunEnvironment? Environment,
    RunDurations? Durations,
    ForeignOrigin? Foreign)
{
    public static ResultsRun Of(Run run) =>
        new(run.Id, run.CreatedAt, run.Commit, run.Options, run.Environment, run.Durations, run.Foreign);
}

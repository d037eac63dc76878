using System.Collections.Concurrent;
using Glassy.Comparison;
using Glassy.Diagnostics;
using Glassy.Recipes;
using Glassy.Recording;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>
/// Makes a set of runs, as many at once as there are processors for, beside other processes that make the same: runs that nobody is at come
/// first, those that another process holds are come back to. So no process waits while there is work, and a run that its process gives up
/// is made all the same.
/// </summary>
internal sealed class MissingRuns
{
    private readonly BuildSettings _build;
    private readonly RunStore _store;
    private readonly FoundDataset _found;
    private readonly IReadOnlyList<PlannedRun> _missing;
    private readonly TrainRun _trainer;
    private readonly ConcurrentDictionary<string, bool> _made = new();
    private readonly ConcurrentDictionary<string, bool> _held = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<Diagnostic>> _mistakes = new();

    public MissingRuns(BuildSettings build, RunStore store, FoundDataset found, IReadOnlyList<PlannedRun> missing)
    {
        (_build, _store, _found, _missing) = (build, store, found, missing);
        _trainer = new TrainRun(build, store);
    }

    /// <summary>The ids of the runs that this process has made.</summary>
    public IReadOnlySet<string> Made => _made.Keys.ToHashSet();

    /// <summary>Those that cannot be made, in the order of the set, whatever came first.</summary>
    public IReadOnlyList<FailedRun> Failed =>
        [.. _missing.Where(run => _mistakes.ContainsKey(run.Id)).Select(run => new FailedRun(run.Id, run.Recipe, _mistakes[run.Id]))];

    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        using var progress = SetProgress.Of(_build.Progress, [.. _missing.Select(run => run.Recipe)], _found.Info.Train.Count);
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = AtOnce(_missing),
            CancellationToken = cancellationToken,
        };
        await Parallel.ForEachAsync(_missing, parallel, (run, token) => MakeAsync(run, waits: false, progress.For(run.Recipe), token))
            .ConfigureAwait(false);
        await Parallel.ForEachAsync(
            _missing.Where(run => _held.ContainsKey(run.Id)),
            parallel,
            (run, token) => MakeAsync(run, waits: true, progress.For(run.Recipe), token)).ConfigureAwait(false);
    }

    private async ValueTask MakeAsync(PlannedRun run, bool waits, SetProgress.OfRun progress, CancellationToken cancellationToken)
    {
        try
        {
            var made = waits
                ? await _trainer.MakeAsync(run.Id, run.Recipe, _found, progress, cancellationToken).ConfigureAwait(false)
                : await _trainer.TryMakeAsync(run.Id, run.Recipe, _found, progress, cancellationToken).ConfigureAwait(false);
            if (made is not var (recorded, isNew))
            {
                _held[run.Id] = true;
                return;
            }

            await progress.DoneAsync(() => isNew ? NoteAsync(recorded, cancellationToken) : Task.CompletedTask).ConfigureAwait(false);
        }
        catch (DiagnosticException mistake)
        {
            _mistakes[run.Id] = mistake.Diagnostics; // reported later, in an order that does not depend on timing
            progress.Failed();
        }
    }

    private async Task NoteAsync(Run run, CancellationToken cancellationToken)
    {
        _made[run.Id] = true;
        new TestLooks(_build.Project).Add(TestLook.OfScore(run, _store.HashOfPredictions(run))); // whatever becomes of the run's folder
        await RunLog.AppendAsync(_build.Project.Absolute("logs/tune.log"), _store.LoadLog(run), cancellationToken).ConfigureAwait(false);
    }

    private static int AtOnce(IReadOnlyList<PlannedRun> runs) =>
        Math.Max(1, Environment.ProcessorCount / runs.Select(run => run.Recipe.TrainingOptions.Threads).DefaultIfEmpty(1).Max());
}

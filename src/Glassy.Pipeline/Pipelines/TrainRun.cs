using Glassy.Caching;
using Glassy.Datasets;
using Glassy.Diagnostics;
using Glassy.Progress;
using Glassy.Recipes;
using Glassy.Recording;
using Glassy.Runs;
using Glassy.Training;

namespace Glassy.Pipelines;

/// <summary>Trains, evaluates and records a run that is missing. Of several processes that want the same one, one makes it.</summary>
internal sealed class TrainRun(BuildSettings build, RunStore store)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Makes the run unless another process is at it.</summary>
    /// <returns>The run, and whether this call has made it; null while another process trains it.</returns>
    /// <inheritdoc cref="MakeAsync(string, Recipe, FoundDataset, IProgressSink, CancellationToken)"/>
    public async Task<(Run Run, bool IsNew)?> TryMakeAsync(
        string id,
        Recipe recipe,
        FoundDataset found,
        IProgressSink progress,
        CancellationToken cancellationToken)
    {
        using var claim = Claim.TryTake(ClaimOf(id));
        return claim is null ? null : await MakeClaimedAsync(id, recipe, found, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the run, or waits for the process that is at it and makes it when that gives up.</summary>
    /// <param name="id">The run's.</param>
    /// <param name="recipe">What is wanted.</param>
    /// <param name="found">Its data.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellationToken">Leaves the state after the last whole epoch, from which the next call goes on.</param>
    /// <returns>The run, and whether this call has made it.</returns>
    /// <exception cref="DiagnosticException">The data cannot be learned by this recipe.</exception>
    public async Task<(Run Run, bool IsNew)> MakeAsync(
        string id,
        Recipe recipe,
        FoundDataset found,
        IProgressSink progress,
        CancellationToken cancellationToken)
    {
        using var claim = await ClaimAsync(id, recipe, progress, cancellationToken).ConfigureAwait(false);
        return await MakeClaimedAsync(id, recipe, found, progress, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(Run Run, bool IsNew)> MakeClaimedAsync(
        string id, Recipe recipe, FoundDataset found, IProgressSink progress, CancellationToken cancellationToken)
    {
        if (store.FindSound(id) is { } recorded)
        {
            return (recorded, false); // by another process meanwhile
        }

        var dataset = await found.LoadAsync().ConfigureAwait(false);
        try
        {
            return (await MakeAsync(id, recipe, dataset, found.Info, progress, cancellationToken).ConfigureAwait(false), true);
        }
        catch (InvalidDataException mistake)
        {
            var place = build.Config.Runs.FirstOrDefault(entry => entry.Name == recipe.Name)?.Place; // a project without recipes has none
            throw new DiagnosticException(
                Diagnostic.Error($"{recipe.Label}: {mistake.Message}", place?.File, place?.Line ?? 0, place?.Column ?? 0));
        }
    }

    private async Task<Run> MakeAsync(
        string id, Recipe recipe, ImageDataset dataset, DatasetInfo info, IProgressSink progress, CancellationToken cancellationToken)
    {
        var checkpoint = new Checkpoint(Path.Combine(build.CacheFolder, "checkpoints", id));
        var training = await Task.Factory.StartNew(
            () => new Trainer(TimeProvider.System).Train(dataset, recipe.TrainingOptions, progress, cancellationToken, checkpoint),
            cancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).ConfigureAwait(false);
        var recorder = new RunRecorder(build.Project, TimeProvider.System);
        var run = await store.RecordAsync(
            id, (folder, token) => recorder.WriteAsync(id, folder, dataset, info, training, token), cancellationToken).ConfigureAwait(
                false);
        checkpoint.Delete();
        return run;
    }

    private string ClaimOf(string id) => Path.Combine(build.CacheFolder, "claims", id);

    private async Task<Claim> ClaimAsync(string id, Recipe recipe, IProgressSink progress, CancellationToken cancellationToken)
    {
        var isSaid = false;
        while (true)
        {
            if (Claim.TryTake(ClaimOf(id)) is { } claim)
            {
                return claim;
            }

            if (!isSaid)
            {
                progress.Message($"Waiting for another process that trains {recipe.Label}");
                isSaid = true;
            }

            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }
    }
}

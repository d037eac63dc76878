using Glassy.Caching;
using Glassy.Datasets;
using Glassy.Diagnostics;
using Glassy.Execution;
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

    /// <param name="id">The run's.</param>
    /// <param name="recipe">What is wanted.</param>
    /// <param name="found">Its data.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellationToken">Leaves the state after the last whole epoch, from which the next call goes on.</param>
    /// <exception cref="DiagnosticException">The data cannot be learned by this recipe.</exception>
    public async Task<Run> MakeAsync(string id, Recipe recipe, FoundDataset found, IProgressSink progress, CancellationToken cancellationToken)
    {
        using var claim = await ClaimAsync(id, recipe, progress, cancellationToken).ConfigureAwait(false);
        if (UserData.Read(() => store.Find(id)) is { } recorded)
        {
            return recorded; // by the process that was waited for
        }

        var dataset = await found.LoadAsync().ConfigureAwait(false);
        try
        {
            return await MakeAsync(id, recipe, dataset, found.Info, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException mistake)
        {
            throw new DiagnosticException(Diagnostic.Error($"{recipe.Label}: {mistake.Message}"));
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
            id, (folder, token) => recorder.WriteAsync(id, folder, dataset, info, training, token), cancellationToken).ConfigureAwait(false);
        checkpoint.Delete();
        return run;
    }

    private async Task<Claim> ClaimAsync(string id, Recipe recipe, IProgressSink progress, CancellationToken cancellationToken)
    {
        var path = Path.Combine(build.CacheFolder, "claims", id);
        var isSaid = false;
        while (true)
        {
            if (Claim.TryTake(path) is { } claim)
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

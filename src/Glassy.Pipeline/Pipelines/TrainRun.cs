using Glassy.Charts;
using Glassy.Datasets;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Recording;
using Glassy.Runs;
using Glassy.Training;

namespace Glassy.Pipelines;

/// <summary>The run: recorded before, or trained, evaluated and recorded now.</summary>
internal sealed class FindOrTrainRun(BuildSettings build)
{
    private readonly RunStore _store = new(build.Project);

    public async Task<(Run Run, bool IsNew)> FindAsync(IExecutionContext context)
    {
        var found = context.Outputs.Of<FoundDataset>();
        var id = build.RunId is { } asked ? UserData.Read(() => _store.FindByBeginning(asked).Id) : RunId.Of(build.Config.Run, found.Info);
        if (UserData.Read(() => _store.Find(id)) is { } recorded)
        {
            await UpgradeAsync(recorded, found, context.CancellationToken).ConfigureAwait(false);
            return (recorded, IsNew: false);
        }

        if (!build.MayTrain)
        {
            throw new DiagnosticException(Diagnostic.Error(
                $"no run is recorded for these options and data ({id}); `glassy train` makes it, or choose one by --run: {_store.Describe()}"));
        }

        return (await RecordAsync(id, found, context).ConfigureAwait(false), IsNew: true);
    }

    /// <summary>Gives a run of an earlier program what it lacks.</summary>
    private async Task UpgradeAsync(Run run, FoundDataset found, CancellationToken cancellationToken)
    {
        if (!UserData.Read(() => _store.HasOutdatedPredictions(run)))
        {
            return;
        }

        build.Progress.Message($"Evaluating {run.Id} again: it was recorded without log-probabilities");
        var dataset = await found.LoadAsync().ConfigureAwait(false);
        await UserData.ReadAsync(async () =>
        {
            await PredictionsUpgrade.UpgradeAsync(_store, run, dataset, cancellationToken).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
    }

    private async Task<Run> RecordAsync(string id, FoundDataset found, IExecutionContext context)
    {
        var cancellationToken = context.CancellationToken;
        var dataset = await found.LoadAsync().ConfigureAwait(false);
        if (ChartFonts.Unwritable(dataset.Classes) is [_, ..] unwritable)
        {
            context.Report(Diagnostic.Warning(
                $"the charts' font (DejaVu Sans) has no letters for the classes {string.Join(", ", unwritable)}: the PNG of the confusion matrix shows boxes; the page's own matrix does not"));
        }

        var checkpoint = new Checkpoint(Path.Combine(build.CacheFolder, "checkpoints", id));
        var training = await TrainAsync(dataset, checkpoint, cancellationToken).ConfigureAwait(false);
        var recorder = new RunRecorder(build.Project, TimeProvider.System);
        var run = await _store.RecordAsync(
            id,
            (folder, token) => recorder.WriteAsync(id, folder, dataset, found.Info, training, token),
            cancellationToken).ConfigureAwait(false);
        checkpoint.Delete();
        await RunLog.AppendAsync(build.Project.Absolute("logs/tune.log"), _store.LoadLog(run), cancellationToken).ConfigureAwait(false);
        return run;
    }

    private Task<TrainingResult> TrainAsync(ImageDataset dataset, Checkpoint checkpoint, CancellationToken cancellationToken) =>
        UserData.ReadAsync(() => Task.Factory.StartNew(
            () => new Trainer(TimeProvider.System).Train(dataset, build.Config.Run, build.Progress, cancellationToken, checkpoint),
            cancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default));
}

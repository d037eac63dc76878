using Glassy.Checks;
using Glassy.Comparison;
using Glassy.Datasets;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Publishing;
using Glassy.Recipes;
using Glassy.Recording;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>Finds the run that the site is about, and computes its figures.</summary>
public sealed class RunsPipeline : Pipeline<FoundRun>
{
    public RunsPipeline(BuildSettings build)
        : base(new FindRun(build)) => Dependencies = [nameof(DatasetPipeline), nameof(TrainingPipeline)];

    private sealed class FindRun(BuildSettings build) : IModule<FoundRun>
    {
        private readonly RunStore _store = new(build.Project);

        public async Task<(FoundRun Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context)
        {
            var (run, isNew) = Find(context);
            await UpgradeAsync(run, context.Outputs.Of<FoundDataset>(), context.CancellationToken).ConfigureAwait(false);
            var hash = UserData.Read(() => _store.HashOf(run));
            var addresses = new RunAddresses(run.Id, run.Dataset.Name, isPrimary: true);
            var drawings = await new TestDrawings(build).TestAsync(run, hash, context).ConfigureAwait(false);
            var (evaluation, found) = (new EvaluateRun(build), context.Outputs.Of<FoundDataset>());
            var traits = await TraitsOfAsync(run, found, evaluation, context.CancellationToken).ConfigureAwait(false);
            var results = evaluation.Evaluate(run, context) with
            {
                Custom = drawings?.Test,
                Intervals = await evaluation.IntervalsAsync(run, traits, context.CancellationToken).ConfigureAwait(false),
                Duplicates = await new FindDuplicates(build).FindAsync(run, _store, found, context.CancellationToken).ConfigureAwait(false),
                Traits = traits,
            };
            var runs = context.Outputs.Of<RunSet>();
            var looks = UserData.Read(
                () => new TestLooks(build.Project).CountOf(run.Dataset.Sha256, runs.Runs.Select(recorded => recorded.Run).Append(run)));
            return (
                new FoundRun(results, hash, addresses, isNew)
                {
                    Drawings = drawings,
                    Looks = looks,
                    Checks = CheckCatalog.Of(new CheckedRun(results, runs, looks), build.Config.MutedChecks),
                },
                []);
        }

        /// <summary>
        /// What the predictions' file says of the test pictures, and then what the dataset does; of a run that is asked for by its id, what
        /// it keeps.
        /// </summary>
        private async Task<IReadOnlyList<PictureTrait>> TraitsOfAsync(
            Run run,
            FoundDataset found,
            EvaluateRun evaluation,
            CancellationToken cancellationToken)
        {
            if (build.RunId is null && run.Foreign is null or { Onnx: not null })
            {
                await _store.RecordAttributesAsync(run, found.TestTraits, cancellationToken).ConfigureAwait(false);
            }

            return evaluation.TraitsOf(run, found);
        }

        private (Run Run, bool IsNew) Find(IExecutionContext context)
        {
            if (build.RunId is { } asked)
            {
                return (UserData.Read(() => _store.FindByBeginning(asked)), false);
            }

            var (primary, runs) = (build.Config.PrimaryRecipe, context.Outputs.Of<RunSet>());
            if (primary.Options is null)
            {
                return FindForeign(primary, runs);
            }

            var id = RunId.Of(primary.TrainingOptions, context.Outputs.Of<FoundDataset>().Info);
            if (runs.Failed.FirstOrDefault(run => run.Id == id) is { } failed)
            {
                throw new DiagnosticException(failed.Mistakes); // which are reported once, and there is no site without this run
            }

            return runs.Runs.FirstOrDefault(run => run.Run.Id == id) is { } found
                ? (found.Run, found.IsNew)
                : throw new DiagnosticException(Diagnostic.Error(
                    $"no run is recorded for these options and data ({id}); `glassy train` makes it, or choose one by --run: {_store.Describe()}"));
        }

        private (Run Run, bool IsNew) FindForeign(Recipe primary, RunSet runs) =>
            runs.Runs.FirstOrDefault(run => run.Recipe.Label == primary.Label) is { } found ? (found.Run, found.IsNew)
            : runs.Failed.FirstOrDefault(run => run.Recipe.Label == primary.Label) is { } failed
                ? throw new DiagnosticException(failed.Mistakes)
            : throw new DiagnosticException(Diagnostic.Error(
                $"the model of the recipe '{primary.Label}' is not evaluated on these data yet; `glassy train` does it, or choose a run by --run: {_store.Describe()}"));

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
    }
}

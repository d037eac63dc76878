using System.Text;
using Glassy.Caching;
using Glassy.Execution;
using Glassy.Publishing;
using Glassy.Recipes;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>
/// What the site offers of its run for download: the figures, their schema, the predictions, the weights and the model card.
/// </summary>
public sealed class ResultsPipeline : Pipeline
{
    public ResultsPipeline(BuildSettings build)
    {
        Dependencies = [nameof(DatasetPipeline), nameof(TrainingPipeline), nameof(RunsPipeline)];
        ProcessModules = [new PublishResults(build)];
    }

    private sealed class PublishResults(BuildSettings build) : IModule
    {
        private const string Stage = "results";
        private const int Recipe = 12;

        public async Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
        {
            var (run, runs, dataset) = (context.Outputs.Of<FoundRun>(), context.Outputs.Of<RunSet>(), context.Outputs.Of<FoundDataset>());
            var entry = await new StageCache(build.CacheFolder).GetOrAddAsync(
                Stage,
                StageCache.KeyOf(
                    Stage,
                    Recipe,
                    new
                    {
                        Run = run.Hash,
                        Pictures = dataset.Key,
                        run.Results.Notes,
                        run.Results.Custom,
                        run.Results.Duplicates,
                        run.Checks,
                        Others = IdentitiesOf(runs),
                    }),
                (folder, token) => MakeAsync(run, runs, dataset, folder, token),
                context.CancellationToken).ConfigureAwait(false);
            var files = entry.Files.Select(
                file => new Document { Source = entry.PathOf(file), Destination = run.Addresses.Download(file) });
            var weights = new RunStore(build.Project).FileOf(run.Run.Id, RunFiles.Weights);
            return run.Run.Foreign is null
                ? [.. files, new Document { Source = weights, Destination = run.Addresses.Download(SiteFileNames.Weights) }]
                : [.. files];
        }

        /// <summary>What the figures of all runs depend on.</summary>
        private string[] IdentitiesOf(RunSet runs)
        {
            var store = new RunStore(build.Project);
            return
            [
                .. runs.Runs.Select(run => $"{run.Recipe.Label}: {UserData.Read(() => store.HashOf(run.Run))}"),
                .. runs.Missing.Select(recipe => recipe.Label),
            ];
        }

        private static async Task MakeAsync(
            FoundRun run, RunSet runs, FoundDataset dataset, string folder, CancellationToken cancellationToken)
        {
            var results = run.Results;
            var packed = PackedPredictions.Write(results.Predictions, results.Run.Dataset.Classes.Count);
            (string Name, byte[] Content)[] made =
            [
                (SiteFileNames.Results, UserData.Read(() => ResultsDocument.Of(results, runs, packed, run.Checks)).ToBytes()),
                (SiteFileNames.PredictionsPacked, packed),
                (SiteFileNames.PredictionsScript, PackedPredictions.WriteScript(packed)),
                (SiteFileNames.ResultsSchema, ResultsSchema.ToBytes()),
                (SiteFileNames.ModelCard, Encoding.UTF8.GetBytes(ModelCard.Render(results))),
            ];
            foreach (var (name, content) in made)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, name), content, cancellationToken).ConfigureAwait(false);
            }

            var files = await FilesOfAsync(dataset).ConfigureAwait(false);
            var predictions = new PublishedPredictions(results.Run.Dataset.Classes, results.Predictions, files);
            await WriteAsync(predictions, folder, cancellationToken).ConfigureAwait(false);
        }

        /// <summary>
        /// [N] the path of each test picture; null where pictures have no files, and for a run that is asked for by its id: its pictures
        /// may be gone.
        /// </summary>
        private static async Task<IReadOnlyList<string>?> FilesOfAsync(FoundDataset dataset) =>
            dataset.Key is null ? null : (await dataset.LoadAsync().ConfigureAwait(false)).Test.Names;

        private static async Task WriteAsync(PublishedPredictions predictions, string folder, CancellationToken cancellationToken)
        {
            await using (var csv = new StreamWriter(Path.Combine(folder, SiteFileNames.PredictionsCsv)))
            {
                predictions.WriteCsv(csv);
            }

            await using var parquet = File.Create(Path.Combine(folder, SiteFileNames.PredictionsParquet));
            await PredictionsParquet.WriteAsync(predictions, parquet, cancellationToken).ConfigureAwait(false);
        }
    }
}

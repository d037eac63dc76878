using Glassy.Building;
using Glassy.Caching;
using Glassy.Components.Pictures;
using Glassy.Execution;
using Glassy.Pictures;

namespace Glassy.Pipelines;

/// <summary>Draws all test pictures in strips, when some page shows them.</summary>
public sealed class GalleryPipeline : Pipeline<GalleryAssets?>
{
    public GalleryPipeline(BuildSettings build)
        : base(new DrawGallery(build)) =>
        Dependencies = [nameof(TextsPipeline), nameof(DatasetPipeline), nameof(RunsPipeline)];

    /// <summary>
    /// Draws all test pictures in the order in which a gallery shows them, once a run; later builds take them from the cache.
    /// </summary>
    private sealed class DrawGallery(BuildSettings build) : IModule<GalleryAssets?>
    {
        private const string Stage = "gallery";
        private const int Recipe = 1;
        private const string AssetsFile = "gallery.json";

        public async Task<(GalleryAssets? Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context)
        {
            var run = context.Outputs.Of<FoundRun>();
            if (run.Run.Dataset.Shape.Length == 0 || !context.Outputs.Of<SiteTexts>().Use(Gallery.TagName))
            {
                return (null, []);
            }

            var dataset = context.Outputs.Of<FoundDataset>();
            var entry = await new StageCache(build.CacheFolder).GetOrAddAsync(
                Stage,
                StageCache.KeyOf(Stage, Recipe, new { Run = run.Hash, run.Addresses.Root, run.Results.Traits }),
                (folder, token) => MakeAsync(run, dataset, folder, token),
                context.CancellationToken).ConfigureAwait(false);
            return (
                entry.Read<GalleryAssets>(AssetsFile),
                [.. entry.Files
                    .Where(file => file != AssetsFile)
                    .Select(file => new Document { Source = entry.PathOf(file), Destination = file })]);
        }

        private async Task MakeAsync(FoundRun run, FoundDataset found, string folder, CancellationToken cancellationToken)
        {
            var dataset = await found.LoadAsync().ConfigureAwait(false);
            var assets = await UserData.ReadAsync(() => Task.Run(
                () => GalleryExporter.Export(
                    folder,
                    run.Addresses,
                    dataset.Test,
                    run.Results.Predictions,
                    run.Run.Dataset.Classes.Count,
                    run.Results.Traits,
                    build.Progress,
                    cancellationToken),
                cancellationToken)).ConfigureAwait(false);
            await CacheJson.WriteAsync(folder, AssetsFile, assets, cancellationToken).ConfigureAwait(false);
        }
    }
}

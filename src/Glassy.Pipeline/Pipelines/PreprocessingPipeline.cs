using Glassy.Building;
using Glassy.Caching;
using Glassy.Components.Pictures;
using Glassy.Datasets;
using Glassy.Execution;
using Glassy.Imaging;
using Glassy.Pictures;
using Glassy.Preprocessing;
using Glassy.Publishing;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>Makes the pictures that show what preprocessing does, when some page shows them.</summary>
public sealed class PreprocessingPipeline : Pipeline<PreprocessedSamples?>
{
    public PreprocessingPipeline(BuildSettings build)
        : base(new PreprocessSamples(build)) =>
        Dependencies = [nameof(TextsPipeline), nameof(DatasetPipeline), nameof(RunsPipeline)];

    /// <summary>
    /// Takes a test picture of each class through the chains of preprocessing that pages show, once; later builds take them from the cache.
    /// </summary>
    private sealed class PreprocessSamples(BuildSettings build) : IModule<PreprocessedSamples?>
    {
        private const string Stage = "preprocessing";
        private const int Recipe = 1;
        private const string CatalogFile = "preprocessing.json";

        public async Task<(PreprocessedSamples? Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context)
        {
            var chains = ChainsOf(context.Outputs.Of<SiteTexts>());
            if (chains.Count == 0 || context.Outputs.Of<FoundRun>().Run.Dataset.Shape.Length == 0)
            {
                return (null, []);
            }

            var (found, addresses) = (context.Outputs.Of<FoundDataset>(), context.Outputs.Of<FoundRun>().Addresses);
            var entry = await new StageCache(build.CacheFolder).GetOrAddAsync(
                Stage,
                StageCache.KeyOf(Stage, Recipe, new { Dataset = found.Info.Sha256, addresses.Root, Chains = chains }),
                (folder, token) => MakeAsync(found, chains, addresses, folder, token),
                context.CancellationToken).ConfigureAwait(false);
            return (
                entry.Read<PreprocessedSamples>(CatalogFile),
                [.. entry.Files
                    .Where(file => file != CatalogFile)
                    .Select(file => new Document { Source = entry.PathOf(file), Destination = file })]);
        }

        /// <summary>
        /// What the tags ask for, in one order whichever page asks first; a mistake in one is reported where it is shown.
        /// </summary>
        private static List<string> ChainsOf(SiteTexts texts) =>
        [
            .. texts.TagsOf(PreprocessingSteps.TagName)
                .Select(tag => tag.Attributes.FirstOrDefault(attribute => attribute.Name == "steps")?.Value.Value as string)
                .SelectMany(PreprocessingSteps.ChainsOf)
                .Where(chain => chain != PreprocessingNames.None && PreprocessingNames.MistakeIn(chain) is null)
                .Distinct().Order(StringComparer.Ordinal),
        ];

        private static async Task MakeAsync(
            FoundDataset found, List<string> chains, RunAddresses addresses, string folder, CancellationToken cancellationToken)
        {
            var test = (await found.LoadAsync().ConfigureAwait(false)).Test;
            var samples = SamplesOf(test);
            var pictures = new LabeledImages(
                test.Shape,
                [.. samples.SelectMany(sample => test.Image(sample.Index).ToArray())],
                [.. samples.Select(sample => sample.Label)]);
            string[] columns = [PreprocessingNames.None, .. chains];
            var made = columns.Select(chain => PreprocessingChain.Parse(chain).Apply(pictures)).ToList();
            var places = StripBuilder.Arrange([.. columns.Select(_ => samples.Count)], test.Shape.Width);
            var tiles = made.SelectMany(images => Enumerable.Range(0, images.Count).Select(images.Image));
            foreach (var strip in tiles.Zip(places).GroupBy(tile => tile.Second.Strip, tile => tile.First))
            {
                var file = Path.Combine(folder, AddressOf(strip.Key));
                Directory.CreateDirectory(Path.GetDirectoryName(file)!); // a file in a folder
                await File.WriteAllBytesAsync(file, StripBuilder.Draw([.. strip], test.Shape), cancellationToken).ConfigureAwait(false);
            }

            var catalog = new PreprocessedSamples(
                test.Shape, samples, [.. columns.Select((chain, i) => new PreprocessedSamples.Chain(chain, TilesOf(i)))]);
            await CacheJson.WriteAsync(folder, CatalogFile, catalog, cancellationToken).ConfigureAwait(false);

            TilePlace[] TilesOf(int column) =>
                [.. places
                    .Skip(column * samples.Count)
                    .Take(samples.Count)
                    .Select(place => new TilePlace(AddressOf(place.Strip), place.Tile))];

            string AddressOf(int strip) => addresses.Strip("preprocessing", strip);
        }

        /// <summary>The first picture of each class that has one, in label order; of the first classes.</summary>
        private static List<PreprocessedSamples.Sample> SamplesOf(LabeledImages test) =>
        [
            .. test.Labels
            .Index()
            .DistinctBy(picture => picture.Item)
            .OrderBy(picture => picture.Item)
            .Take(PreprocessedSamples.MostClasses)
                .Select(picture => new PreprocessedSamples.Sample(picture.Index, picture.Item)),
        ];
    }
}

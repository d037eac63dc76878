using System.Security.Cryptography;
using Glassy.Caching;
using Glassy.Configuration;
using Glassy.Datasets;
using Glassy.Datasets.Files;
using Glassy.Execution;
using Glassy.Foreign;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>Resolves the dataset's name, and learns its counts and hash without reading it when an earlier build did.</summary>
internal sealed class FindDataset(BuildSettings build) : IModule<FoundDataset>
{
    private const string Stage = "dataset";
    private const int Recipe = 1;
    private const string InfoFile = "dataset.json";
    private const string PredictedName = "predictions";

    public async Task<(FoundDataset Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context) =>
        (await UserData.ReadAsync(() => FindAsync(context.CancellationToken)).ConfigureAwait(false), []);

    private Task<FoundDataset> FindAsync(CancellationToken cancellationToken) =>
        build.RunId is { } id ? Task.FromResult(OfRun(new RunStore(build.Project).FindByBeginning(id), cancellationToken)) : ChosenAsync(cancellationToken);

    /// <summary>A recorded run knows its dataset; the pictures are looked for only if something needs them.</summary>
    private FoundDataset OfRun(Run run, CancellationToken cancellationToken)
    {
        var choice = build.Config.Dataset == "auto" && DatasetCatalog.Names.Contains(run.Dataset.Name) ? run.Dataset.Name : build.Config.Dataset;
        return new FoundDataset(run.Dataset, Notice: null, new Lazy<Task<ImageDataset>>(async () =>
        {
            var source = await ResolveAsync(choice, cancellationToken).ConfigureAwait(false);
            var dataset = await Task.Run(() => source.LoadAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
            return DatasetInfo.Describe(dataset).Sha256 == run.Dataset.Sha256
                ? dataset
                : throw new InvalidDataException(
                    $"run {run.Id} was made on other pictures than those of '{dataset.Name}'; say which by --dataset (the run's was called '{run.Dataset.Name}')");
        }));
    }

    private async Task<IDatasetSource> ResolveAsync(string choice, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        return await new DatasetCatalog(
            build.Project,
            build.Progress,
            http,
            TimeProvider.System,
            Environment.GetEnvironmentVariable("GLASSY_DATASETS") is { Length: > 0 } folder ? Path.GetFullPath(folder) : null,
            new DownloadMemory(Path.Combine(build.CacheFolder, "mnist-unreachable"), TimeProvider.System)).ResolveAsync(choice, cancellationToken).ConfigureAwait(false);
    }

    private async Task<FoundDataset> ChosenAsync(CancellationToken cancellationToken)
    {
        if (build.Config.Dataset == GlassyConfig.NoDataset)
        {
            return await OfPredictionsAsync(cancellationToken).ConfigureAwait(false);
        }

        var source = await ResolveAsync(build.Config.Dataset, cancellationToken).ConfigureAwait(false);
        var loading = new Lazy<Task<ImageDataset>>(() => Task.Run(() => source.LoadAsync(cancellationToken), cancellationToken));

        var key = StageCache.KeyOf(Stage, Recipe, new { source.Name, Files = await HashesAsync(source.Files, cancellationToken).ConfigureAwait(false) });
        var entry = await new StageCache(build.CacheFolder).GetOrAddAsync(
            Stage,
            key,
            async (folder, token) =>
            {
                var info = DatasetInfo.Describe(await loading.Value.ConfigureAwait(false));
                await CacheJson.WriteAsync(folder, InfoFile, info, token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return new FoundDataset(entry.Read<DatasetInfo>(InfoFile), source.Notice, loading) { Key = key };
    }

    /// <summary>Without pictures: what the first recipe's predictions say of them is all that is known.</summary>
    private async Task<FoundDataset> OfPredictionsAsync(CancellationToken cancellationToken)
    {
        if (build.Config.Recipes.FirstOrDefault(recipe => recipe.Foreign is null) is { } trained)
        {
            throw new InvalidDataException(
                $"`dataset: {GlassyConfig.NoDataset}` has no pictures, but the recipe '{trained.Label}' learns from them; give each recipe under `runs:` a file of `predictions`, or name a dataset");
        }

        var file = build.Config.Recipes[0].Foreign!.Predictions; // every recipe has them, and there is always one
        var pictures = await PredictedPictures.ReadAsync(
            build.Project.Absolute(file), build.Project.Relative(file), PredictedName, classes: null, cancellationToken).ConfigureAwait(false);
        var dataset = PredictedPictures.ToDataset(pictures);
        return new FoundDataset(DatasetInfo.Describe(dataset), Notice: null, new Lazy<Task<ImageDataset>>(Task.FromResult(dataset)))
        {
            Key = PredictedPictures.HashOf(pictures),
        };
    }

    private static async Task<IReadOnlyList<string>> HashesAsync(IReadOnlyList<string> files, CancellationToken cancellationToken) =>
        await files.SelectParallelAsync(
            path =>
            {
                using var stream = File.OpenRead(path);
                return $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)} {Convert.ToHexStringLower(SHA256.HashData(stream))}";
            },
            cancellationToken).ConfigureAwait(false);
}

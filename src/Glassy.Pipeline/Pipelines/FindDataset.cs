using System.Security.Cryptography;
using Glassy.Caching;
using Glassy.Datasets;
using Glassy.Datasets.Files;
using Glassy.Execution;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>Resolves the dataset's name, and learns its counts and hash without reading it when an earlier build did.</summary>
internal sealed class FindDataset(BuildSettings build) : IModule<FoundDataset>
{
    private const string Stage = "dataset";
    private const int Recipe = 1;
    private const string InfoFile = "dataset.json";

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
        return new FoundDataset(entry.Read<DatasetInfo>(InfoFile), source.Notice, loading);
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

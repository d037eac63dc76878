using System.Security.Cryptography;
using Glassy.Caching;
using Glassy.Configuration;
using Glassy.Datasets;
using Glassy.Datasets.Duplicates;
using Glassy.Datasets.Files;
using Glassy.Datasets.Options;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Foreign;
using Glassy.Imaging;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>Resolves the dataset's name, and learns its counts and hash without reading it when an earlier build did.</summary>
internal sealed class FindDataset(BuildSettings build) : IModule<FoundDataset>
{
    private const string Stage = "dataset";
    private const int Recipe = 5;
    private const string ScaledStage = "scaled";
    private const string InfoFile = "dataset.json";
    private const string TraitsFile = "traits.json";
    private const string PredictedName = "predictions";

    public async Task<(FoundDataset Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context)
    {
        var found = await UserData.ReadAsync(() => FindAsync(context.CancellationToken)).ConfigureAwait(false);
        foreach (var remark in build.RunId is null ? found.Info.Remarks ?? [] : [])
        {
            if (remark.IsWarning)
            {
                context.Report(Diagnostic.Warning(remark.Text));
            }
            else
            {
                build.Progress.Message(remark.Text);
            }
        }

        return (found, []);
    }

    private Task<FoundDataset> FindAsync(CancellationToken cancellationToken) =>
        build.RunId is { } id
            ? Task.FromResult(OfRun(new RunStore(build.Project).FindByBeginning(id), cancellationToken))
            : ChosenAsync(cancellationToken);

    /// <summary>A recorded run knows its dataset; the pictures are looked for only if something needs them.</summary>
    private FoundDataset OfRun(Run run, CancellationToken cancellationToken)
    {
        var options = build.Config.Dataset;
        var choice = options.IsAuto && DatasetCatalog.Names.Contains(run.Dataset.Name) ? options with { Name = run.Dataset.Name } : options;
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

    private async Task<IDatasetSource> ResolveAsync(DatasetOptions options, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        return await new DatasetCatalog(
            build.Project,
            build.Progress,
            http,
            TimeProvider.System,
            Environment.GetEnvironmentVariable("GLASSY_DATASETS") is { Length: > 0 } folder ? Path.GetFullPath(folder) : null,
            new DownloadMemory(Path.Combine(build.CacheFolder, "mnist-unreachable"), TimeProvider.System))
                .ResolveAsync(options, cancellationToken)
                .ConfigureAwait(false);
    }

    private async Task<FoundDataset> ChosenAsync(CancellationToken cancellationToken)
    {
        if (build.Config.Dataset is { Name: GlassyConfig.NoDataset, Path: null })
        {
            return await OfPredictionsAsync(cancellationToken).ConfigureAwait(false);
        }

        var source = await ResolveAsync(build.Config.Dataset, cancellationToken).ConfigureAwait(false);
        var inputs = new { source.Name, source.Besides, Files = await HashesAsync(source.Files, cancellationToken).ConfigureAwait(false) };
        var key = StageCache.KeyOf(Stage, Recipe, inputs);
        var loading = new Lazy<Task<ImageDataset>>(() => Task.Run(() => LoadAsync(source, inputs, cancellationToken), cancellationToken));
        var entry = await new StageCache(build.CacheFolder).GetOrAddAsync(
            Stage,
            key,
            async (folder, token) =>
            {
                var dataset = await loading.Value.ConfigureAwait(false);
                await CacheJson.WriteAsync(folder, InfoFile, DatasetInfo.Describe(dataset), token).ConfigureAwait(false);
                var groups = (SharedGroups.GroupsOf(dataset.Train.Traits) ?? []).Distinct(StringComparer.Ordinal).ToList();
                await CacheJson.WriteAsync(folder, TraitsFile, new KnownTraits(dataset.Test.Traits, groups), token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        var traits = entry.Read<KnownTraits>(TraitsFile);
        return new FoundDataset(entry.Read<DatasetInfo>(InfoFile), source.Notice, loading)
        {
            Key = key,
            TestTraits = traits.Test,
            TrainGroups = traits.TrainGroups,
        };
    }

    /// <summary>Without pictures: what the first recipe's predictions say of them is all that is known.</summary>
    private async Task<FoundDataset> OfPredictionsAsync(CancellationToken cancellationToken)
    {
        if (build.Config.Recipes.FirstOrDefault(recipe => recipe.Foreign is null) is { } trained)
        {
            throw new InvalidDataException(
                $"`dataset: {GlassyConfig.NoDataset}` has no pictures, but the recipe '{trained.Label}' {(trained.Onnx is null ? "learns from" : "reads")} them; give each recipe under `runs:` a file of `predictions`, or name a dataset");
        }

        var file = build.Config.Recipes[0].Foreign!.Predictions; // every recipe has them, and there is always one
        var pictures = await PredictedPictures.ReadAsync(
            build.Project.Absolute(file), build.Project.Relative(file), PredictedName, classes: null, cancellationToken).ConfigureAwait(
                false);
        var dataset = PredictedPictures.ToDataset(pictures);
        return new FoundDataset(DatasetInfo.Describe(dataset), Notice: null, new Lazy<Task<ImageDataset>>(Task.FromResult(dataset)))
        {
            Key = PredictedPictures.HashOf(pictures),
        };
    }

    /// <summary>Pictures that are scaled once are kept as they are then: photographs take long to be decoded.</summary>
    private async Task<ImageDataset> LoadAsync(IDatasetSource source, object inputs, CancellationToken cancellationToken)
    {
        if (build.Config.Dataset.Resize.Size is null)
        {
            return await source.LoadAsync(cancellationToken).ConfigureAwait(false);
        }

        ImageDataset? made = null;
        var entry = await new StageCache(build.CacheFolder).GetOrAddAsync(
            ScaledStage,
            StageCache.KeyOf(ScaledStage, PictureResizer.Recipe, new { inputs, Files = DatasetFiles.Recipe }),
            async (folder, token) =>
            {
                made = await source.LoadAsync(token).ConfigureAwait(false);
                await DatasetFiles.WriteAsync(folder, made, token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return made ?? DatasetFiles.Read(entry.Folder);
    }

    private async Task<IReadOnlyList<string>> HashesAsync(IReadOnlyList<string> files, CancellationToken cancellationToken) =>
        await files.SelectParallelAsync(
            path => $"{build.Project.Relative(path)} {HashOf(path)}", cancellationToken).ConfigureAwait(false);

    private string HashOf(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{build.Project.Relative(path)}: cannot be read; check its permissions", exception);
        }
    }

    private sealed record KnownTraits(IReadOnlyList<PictureTrait> Test, IReadOnlyList<string> TrainGroups);
}

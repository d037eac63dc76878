using Glassy.Building;
using Glassy.Caching;
using Glassy.Components.Pictures;
using Glassy.Datasets;
using Glassy.Datasets.Drawings;
using Glassy.Doubts;
using Glassy.Execution;
using Glassy.Imaging;
using Glassy.Pictures;
using Glassy.Recipes;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>Exports a run's pictures once; later builds take them from the cache.</summary>
internal sealed class ExportPictures(BuildSettings build) : IModule<ExportedPictures>
{
    private const string Stage = "pictures";
    private const int Recipe = 6;
    private const string CatalogFile = "pictures.json";

    public async Task<(ExportedPictures Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context)
    {
        var run = context.Outputs.Of<FoundRun>();
        if (run.Run.Dataset.Shape.Length == 0)
        {
            return (new ExportedPictures(PictureCatalog.Empty(run.Run.Dataset.Shape, run.Run.Dataset.Classes.Count), FromCache: false), []);
        }

        int[] doubted = [.. (run.Results.Notes?.Notes ?? []).Select(note => note.Index)];
        int[] compared = [.. ReadWrongByOthers(run, context.Outputs.Of<RunSet>())];
        int[] questioned = context.Outputs.Of<SiteTexts>().Use(DoubtedLabelsComponent.TagName) ? [.. DoubtedByModel(run)] : [];
        var drawings = DrawingsFolder.HashOfFiles(build, run.Results.Custom?.Predictions.Select(prediction => prediction.FileName) ?? []);
        var dataset = context.Outputs.Of<FoundDataset>();
        var entry = await new StageCache(build.CacheFolder).GetOrAddAsync(
            Stage,
            StageCache.KeyOf(
                Stage,
                Recipe,
                new
                {
                    Run = run.Hash,
                    run.Addresses.Root,
                    build.Config.Samples,
                    Doubted = doubted,
                    Compared = compared,
                    Questioned = questioned,
                    Drawings = drawings,
                }),
            (folder, token) => ExportAsync(run, doubted, compared, questioned, dataset, folder, token),
            context.CancellationToken).ConfigureAwait(false);
        return (
            new ExportedPictures(entry.Read<PictureCatalog>(CatalogFile), entry.IsHit),
            [.. entry.Files
                .Where(file => file != CatalogFile)
                .Select(file => new Document { Source = entry.PathOf(file), Destination = file })]);
    }

    private async Task ExportAsync(
        FoundRun run,
        IReadOnlyList<int> doubted,
        IReadOnlyList<int> compared,
        IReadOnlyList<int> questioned,
        FoundDataset found,
        string folder,
        CancellationToken cancellationToken)
    {
        var dataset = await found.LoadAsync().ConfigureAwait(false);
        var catalog = await UserData.ReadAsync(() => Task.Run(
            () => PictureExporter.Export(
                folder,
                run.Addresses,
                dataset,
                run.Results.Predictions,
                doubted,
                compared,
                DrawingsOf(run.Results.Custom, dataset, cancellationToken),
                run.Results.Custom?.Predictions,
                build.Config.Samples,
                build.Progress,
                cancellationToken),
            cancellationToken)).ConfigureAwait(false);
        catalog = catalog with { NearestLabels = NearestLabels(dataset, questioned, cancellationToken) };
        await CacheJson.WriteAsync(folder, CatalogFile, catalog, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The test pictures whose labels the model doubts most, as many as a page may show.</summary>
    private static IEnumerable<int> DoubtedByModel(FoundRun run) =>
        ConfidentLearning.Find(run.Results)?.Ranked.Take(DoubtedLabelsComponent.Most).Select(doubt => doubt.Index) ?? [];

    private static Dictionary<int, IReadOnlyList<int>> NearestLabels(
        ImageDataset dataset, IReadOnlyList<int> questioned, CancellationToken cancellationToken)
    {
        var found = new IReadOnlyList<int>[questioned.Count];
        Parallelism.For(
            found.Length,
            i => found[i] =
            [
                .. NearestNeighbors.Find(dataset.Test.Image(questioned[i]).Span, dataset.Train, DoubtedLabelsComponent.Neighbors)
                    .Select(neighbor => neighbor.Label),
            ],
            cancellationToken);
        return questioned.Zip(found).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    /// <summary>The test pictures that another recorded run reads wrong and this one right, ascending: a comparison shows them.</summary>
    private static IEnumerable<int> ReadWrongByOthers(FoundRun run, RunSet runs) => runs.Runs
        .DistinctBy(other => other.Run.Id)
        .Where(other => other.Run.Id != run.Run.Id)
        .SelectMany(other => UserData.Read(() => other.Results.Predictions).Where(prediction => !prediction.IsCorrect))
        .Select(prediction => prediction.Index)
        .Distinct()
        .Where(index => run.Results.Predictions[index].IsCorrect)
        .Order();

    /// <summary>The drawings that the run's model has read.</summary>
    private IReadOnlyList<CustomDrawing> DrawingsOf(CustomTest? test, ImageDataset dataset, CancellationToken cancellationToken) =>
        test is null ? [] : new CustomDrawings(build.Project).Load(DrawingsFolder.Of(build), dataset, cancellationToken).Drawings;
}

/// <summary>The pictures that the site has of the dataset.</summary>
/// <param name="Catalog">Every one of them.</param>
/// <param name="FromCache">Whether an earlier build has drawn them.</param>
public sealed record ExportedPictures(PictureCatalog Catalog, bool FromCache);

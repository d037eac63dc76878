using System.Text.Json;
using Glassy.Datasets;
using Glassy.Datasets.Drawings;
using Glassy.Execution;
using Glassy.Pictures;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>Exports a run's pictures once; later builds take them from the cache.</summary>
internal sealed class ExportPictures(BuildSettings build) : IModule<ExportedPictures>
{
    private const string Stage = "pictures";
    private const int Recipe = 4;
    private const string CatalogFile = "pictures.json";

    public async Task<(ExportedPictures Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context)
    {
        var results = context.Outputs.Of<FoundRun>().Results;
        int[] doubted = [.. (results.Notes?.Notes ?? []).Select(note => note.Index)];
        var dataset = context.Outputs.Of<FoundDataset>();
        var key = StageCache.KeyOf(Stage, Recipe, new { Run = results.Run.Id, build.Config.Samples, Doubted = doubted });
        var entry = await GetOrExportAsync().ConfigureAwait(false);
        var catalog = UserData.Read(() => CacheJson.Read<PictureCatalog>(Path.Combine(entry.Folder, CatalogFile)));
        if (!IsWhole(catalog, entry.Folder))
        {
            Directory.Delete(entry.Folder, recursive: true);
            entry = await GetOrExportAsync().ConfigureAwait(false);
        }

        return (new ExportedPictures(catalog, entry.IsHit),
        [
            .. Directory.EnumerateFiles(entry.Folder, "*.png", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => new Document { Source = path, Destination = Path.GetRelativePath(entry.Folder, path).Replace('\\', '/') }),
        ]);

        Task<StageEntry> GetOrExportAsync() => new StageCache(build.CacheFolder).GetOrAddAsync(
            Stage, key, (folder, token) => ExportAsync(results, doubted, dataset, folder, token), context.CancellationToken);
    }

    /// <summary>Whether every picture of the catalog is there; somebody may have tidied up in the cache.</summary>
    private static bool IsWhole(PictureCatalog catalog, string folder) =>
        catalog.Train.Concat(catalog.Test).Concat(catalog.WrongPredictions).Append(catalog.CustomTest).Append(catalog.Doubted)
            .SelectMany(pictures => pictures)
            .SelectMany(picture => new[] { picture.Path, picture.Strip })
            .Distinct()
            .All(path => new FileInfo(Path.Combine(folder, path)) is { Exists: true, Length: > 0 });

    private async Task ExportAsync(RunResults results, IReadOnlyList<int> doubted, FoundDataset found, string folder, CancellationToken cancellationToken)
    {
        var dataset = await found.LoadAsync().ConfigureAwait(false);
        var catalog = await UserData.ReadAsync(() => Task.Run(
            () => PictureExporter.Export(
                folder,
                dataset,
                results.Predictions,
                doubted,
                DrawingsOf(results.Run, dataset, cancellationToken),
                results.Run.Custom?.Predictions,
                build.Config.Samples,
                build.Progress,
                cancellationToken),
            cancellationToken)).ConfigureAwait(false);
        await File.WriteAllBytesAsync(
            Path.Combine(folder, CatalogFile), JsonSerializer.SerializeToUtf8Bytes(catalog, CacheJson.Options), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The drawings that the run was tested on.</summary>
    private IReadOnlyList<CustomDrawing> DrawingsOf(Run run, ImageDataset dataset, CancellationToken cancellationToken)
    {
        if (run.Custom is null)
        {
            return [];
        }

        var drawings = new CustomDrawings(build.Project).Load(DrawingsFolder.Of(build), dataset, cancellationToken).Drawings;
        return
        [
            .. run.Custom.Predictions.Select(p => drawings.FirstOrDefault(d => d.FileName == p.FileName)
                ?? throw new InvalidDataException($"{DrawingsFolder.Name}/{p.FileName}: missing, but run {run.Id} was tested on it; put it back or train anew")),
        ];
    }
}

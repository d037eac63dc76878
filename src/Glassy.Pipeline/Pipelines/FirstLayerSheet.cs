using Glassy.Caching;
using Glassy.Execution;
using Glassy.Pictures;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>The sheet of the first layer's weights, drawn once; later builds take it from the cache.</summary>
internal sealed class FirstLayerSheet(BuildSettings build)
{
    private const string Stage = "first-layer";
    private const int Recipe = 4;
    private const string FiguresFile = "first-layer.json";
    private const string SheetFile = "first-layer-weights.png";

    /// <summary>What can be said of the layer, and the sheet's absolute path; null when the model has no such layer.</summary>
    public async Task<(FirstLayerFigures Figures, string Sheet)?> FindAsync(FoundRun found, CancellationToken cancellationToken)
    {
        var entry = await new StageCache(build.CacheFolder).GetOrAddAsync(
            Stage,
            StageCache.KeyOf(Stage, Recipe, new { Run = found.Hash }),
            (folder, token) => DrawAsync(found.Run, folder, token),
            cancellationToken).ConfigureAwait(false);
        return entry.Files.Contains(SheetFile) ? (entry.Read<FirstLayerFigures>(FiguresFile), entry.PathOf(SheetFile)) : null;
    }

    /// <summary>Writes nothing for a model without such a layer: that, too, is found again.</summary>
    private async Task DrawAsync(Run run, string folder, CancellationToken cancellationToken)
    {
        var weights = UserData.Read(() => new RunStore(build.Project).LoadWeights(run));
        if (FirstLayer.Of(weights, run.Dataset.Shape) is { } layer)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, SheetFile), WeightSheet.Draw(layer), cancellationToken)
                .ConfigureAwait(false);
            await CacheJson.WriteAsync(folder, FiguresFile, FirstLayerFigures.Of(layer), cancellationToken).ConfigureAwait(false);
        }
    }
}

using System.Security.Cryptography;
using Glassy.Execution;
using Glassy.Pictures;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>The sheet of the first layer's weights, drawn once; later builds take it from the cache.</summary>
internal sealed class FirstLayerSheet(BuildSettings build)
{
    private const string Stage = "first-layer";
    private const string FileName = "first-layer-weights.png";

    /// <summary>The weights, and the sheet's absolute path; null when the model has no such layer.</summary>
    public async Task<(FirstLayer Layer, string Sheet)?> FindAsync(Run run, CancellationToken cancellationToken)
    {
        var weights = UserData.Read(() => new RunStore(build.Project).LoadWeights(run));
        if (FirstLayer.Of(weights, run.Dataset.Shape) is not { } layer)
        {
            return null;
        }

        var sheet = WeightSheet.Draw(layer);
        var entry = await new StageCache(build.CacheFolder).GetOrAddAsync(
            Stage,
            Convert.ToHexStringLower(SHA256.HashData(sheet)),
            (folder, token) => File.WriteAllBytesAsync(Path.Combine(folder, FileName), sheet, token),
            cancellationToken).ConfigureAwait(false);
        return (layer, Path.Combine(entry.Folder, FileName));
    }
}

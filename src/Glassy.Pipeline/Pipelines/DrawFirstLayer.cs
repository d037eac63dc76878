using System.Security.Cryptography;
using Glassy.Execution;
using Glassy.Pictures;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>Adds the sheet of the first layer's weights to the run's charts, when the model has such a layer.</summary>
internal sealed class DrawFirstLayer(BuildSettings build) : IModule
{
    private const string Stage = "first-layer";
    private const string FileName = "first-layer-weights.png";

    public async Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
    {
        var run = context.Outputs.FromPipeline(nameof(RunsPipeline)).Single().Get(Keys.Run);
        var weights = UserData.Read(() => new RunStore(build.Project).LoadWeights(run));
        if (FirstLayer.Of(weights, run.Dataset.Shape) is not { } layer)
        {
            return context.Inputs;
        }

        var sheet = WeightSheet.Draw(layer);
        var entry = await new StageCache(build.CacheFolder).GetOrAddAsync(
            Stage,
            Convert.ToHexStringLower(SHA256.HashData(sheet)),
            (folder, token) => File.WriteAllBytesAsync(Path.Combine(folder, FileName), sheet, token),
            context.CancellationToken).ConfigureAwait(false);
        return
        [
            .. context.Inputs,
            new Document { Source = Path.Combine(entry.Folder, FileName), Destination = ChartsPipeline.PathOf(run, FileName) }.With(Keys.FirstLayer, layer),
        ];
    }
}

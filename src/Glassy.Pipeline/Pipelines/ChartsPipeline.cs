using Glassy.Components.Binding;
using Glassy.Execution;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>Brings the run's charts to the site, and its log to the pages.</summary>
public sealed class ChartsPipeline : Pipeline<RunAssets>
{
    public ChartsPipeline(BuildSettings build)
        : base(new PublishCharts(build)) => Dependencies = [nameof(RunsPipeline)];

    private sealed class PublishCharts(BuildSettings build) : IModule<RunAssets>
    {
        public async Task<(RunAssets Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context)
        {
            var found = context.Outputs.Of<FoundRun>();
            var run = found.Run;
            var store = new RunStore(build.Project);
            var files = new List<Document>();
            var assets = new RunAssets(
                File.ReadAllText(store.FileOf(run.Id, RunFiles.Log)) + found.Drawings?.Log,
                Publish(store.FileOf(run.Id, RunFiles.ConfusionMatrix)),
                found.Drawings is { } drawings ? Publish(drawings.Chart) : null,
                run.Foreign is null ? Publish(store.FileOf(run.Id, RunFiles.LearningCurve)) : null);
            if (run.Foreign is null && await new FirstLayerSheet(build)
                .FindAsync(found, context.CancellationToken)
                .ConfigureAwait(false) is var (figures, sheet))
            {
                assets = assets with { FirstLayer = figures, FirstLayerWeights = found.Addresses.Chart(Path.GetFileName(sheet)) };
                files.Add(new Document { Source = sheet, Destination = assets.FirstLayerWeights });
            }

            return (assets, files);

            string Publish(string file)
            {
                var address = found.Addresses.Chart(Path.GetFileName(file));
                files.Add(new Document { Source = file, Destination = address });
                return address;
            }
        }
    }
}

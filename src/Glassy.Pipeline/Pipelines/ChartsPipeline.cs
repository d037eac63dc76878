using Glassy.Execution;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>Brings the run's charts to the site.</summary>
public sealed class ChartsPipeline : Pipeline
{
    public ChartsPipeline(BuildSettings build)
    {
        Dependencies = [nameof(RunsPipeline)];
        ProcessModules = [new PublishCharts(build), new DrawFirstLayer(build)];
    }

    /// <summary>Where the site has a chart of the run, from the site's root.</summary>
    /// <param name="run">The run that the site shows.</param>
    /// <param name="file">One of the charts in <see cref="RunFiles"/>.</param>
    public static string PathOf(Run run, string file) => $"assets/datasets/{run.Dataset.Name}/confusion-matrices/{file}";

    private sealed class PublishCharts(BuildSettings build) : IModule
    {
        private static readonly string[] Charts = [RunFiles.ConfusionMatrix, RunFiles.ConfusionMatrixCustom, RunFiles.LearningCurve];

        public Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
        {
            var run = context.Outputs.FromPipeline(nameof(RunsPipeline)).Single().Get(Keys.Run);
            var store = new RunStore(build.Project);
            return Task.FromResult<IReadOnlyList<Document>>(
            [
                .. Charts
                    .Where(file => file != RunFiles.ConfusionMatrixCustom || run.Custom is not null)
                    .Select(file => new Document { Source = store.FileOf(run.Id, file), Destination = PathOf(run, file) }),
            ]);
        }
    }
}

using Glassy.Execution;

namespace Glassy.Pipelines;

/// <summary>Makes what a reader's browser needs to read drawings by the run's weights.</summary>
public sealed class DrawingPipeline : Pipeline
{
    public DrawingPipeline(BuildSettings build)
    {
        Dependencies = [nameof(DatasetPipeline), nameof(RunsPipeline)];
        ProcessModules = [new MakeDrawingAssets(build)];
    }
}

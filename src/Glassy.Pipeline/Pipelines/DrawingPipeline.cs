using Glassy.Drawing;
using Glassy.Execution;

namespace Glassy.Pipelines;

/// <summary>Makes what a reader's browser needs to read drawings by the run's weights, when some page lets readers draw.</summary>
public sealed class DrawingPipeline : Pipeline<DrawingAssets?>
{
    public DrawingPipeline(BuildSettings build)
        : base(new MakeDrawingAssets(build)) =>
        Dependencies = [nameof(TextsPipeline), nameof(DatasetPipeline), nameof(RunsPipeline)];
}

using Glassy.Execution;
using Glassy.Pictures;

namespace Glassy.Pipelines;

/// <summary>Makes the pictures that show what preprocessing does, when some page shows them.</summary>
public sealed class PreprocessingPipeline : Pipeline<PreprocessedSamples?>
{
    public PreprocessingPipeline(BuildSettings build)
        : base(new PreprocessSamples(build)) =>
        Dependencies = [nameof(TextsPipeline), nameof(DatasetPipeline), nameof(RunsPipeline)];
}

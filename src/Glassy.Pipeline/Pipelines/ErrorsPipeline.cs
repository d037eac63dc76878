using Glassy.Execution;

namespace Glassy.Pipelines;

/// <summary>Explains the wrong predictions, when some page explores them.</summary>
public sealed class ErrorsPipeline : Pipeline
{
    public ErrorsPipeline(BuildSettings build)
    {
        Dependencies = [nameof(DatasetPipeline), nameof(RunsPipeline), nameof(PagesPipeline)];
        ProcessModules = [new ExplainErrors(build)];
    }
}

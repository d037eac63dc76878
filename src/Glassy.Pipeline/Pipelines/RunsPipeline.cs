using Glassy.Execution;

namespace Glassy.Pipelines;

/// <summary>Finds the run that the site shows, trains it when these options and data have none yet, and computes its figures.</summary>
public sealed class RunsPipeline : Pipeline
{
    public RunsPipeline(BuildSettings build)
    {
        Dependencies = [nameof(DatasetPipeline)];
        ProcessModules = [new FindOrTrainRun(build), new EvaluateRun(build)];
    }
}

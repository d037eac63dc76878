using Glassy.Execution;
using Glassy.Recipes;

namespace Glassy.Pipelines;

/// <summary>The runs that the project's recipes ask for: recorded before, or made now.</summary>
public sealed class TrainingPipeline : Pipeline<RunSet>
{
    public TrainingPipeline(BuildSettings build)
        : base(new MakeRuns(build)) => Dependencies = [nameof(DatasetPipeline)];
}

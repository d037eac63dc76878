using Glassy.Execution;

namespace Glassy.Pipelines;

/// <summary>Finds the dataset that the configuration asks for.</summary>
public sealed class DatasetPipeline : Pipeline
{
    public DatasetPipeline(BuildSettings build)
    {
        ProcessModules = [new FindDataset(build)];
    }
}

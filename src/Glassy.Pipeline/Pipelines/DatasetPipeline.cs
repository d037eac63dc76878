using Glassy.Execution;

namespace Glassy.Pipelines;

/// <summary>Finds the dataset that the configuration asks for.</summary>
public sealed class DatasetPipeline : Pipeline<FoundDataset>
{
    public DatasetPipeline(BuildSettings build)
        : base(new FindDataset(build)) => InputModules = [new SweepLeftovers(build)]; // every build and training begins here
}

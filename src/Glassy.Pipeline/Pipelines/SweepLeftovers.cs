using Glassy.Caching;
using Glassy.Comparison;
using Glassy.Execution;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>Removes what interrupted builds left unfinished in the cache, among the runs and their comparisons.</summary>
internal sealed class SweepLeftovers(BuildSettings build) : IModule
{
    public Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
    {
        new StageCache(build.CacheFolder).Sweep();
        new RunStore(build.Project).Sweep();
        new TestLooks(build.Project).Sweep();
        return Task.FromResult(context.Inputs);
    }
}

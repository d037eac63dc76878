using Glassy.Execution;
using Glassy.Publishing;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>Finds the run that the site shows, trains it when these options and data have none yet, and computes its figures.</summary>
public sealed class RunsPipeline : Pipeline<FoundRun>
{
    public RunsPipeline(BuildSettings build)
        : base(new FindRun(build)) => Dependencies = [nameof(DatasetPipeline)];

    private sealed class FindRun(BuildSettings build) : IModule<FoundRun>
    {
        public async Task<(FoundRun Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context)
        {
            var (run, isNew) = await new FindOrTrainRun(build).FindAsync(context).ConfigureAwait(false);
            var hash = UserData.Read(() => new RunStore(build.Project).HashOf(run));
            var addresses = new RunAddresses(run.Id, run.Dataset.Name, isPrimary: true);
            var drawings = await new TestDrawings(build).TestAsync(run, hash, context).ConfigureAwait(false);
            var results = new EvaluateRun(build).Evaluate(run, context) with { Custom = drawings?.Test };
            return (new FoundRun(results, hash, addresses, isNew) { Drawings = drawings }, []);
        }
    }
}

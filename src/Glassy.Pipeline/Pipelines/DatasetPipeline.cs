using Glassy.Diagnostics;
using Glassy.Execution;

namespace Glassy.Pipelines;

/// <summary>Finds the dataset that the configuration asks for.</summary>
public sealed class DatasetPipeline : Pipeline<FoundDataset>
{
    public DatasetPipeline(BuildSettings build)
        : base(new FindDataset(build)) => InputModules = [new SweepLeftovers(build)]; // every build and training begins here
}

/// <summary>The dataset that a project asks for, for what makes nothing of it.</summary>
internal static class DatasetOfProject
{
    /// <exception cref="DiagnosticException">It cannot be found.</exception>
    public static async Task<FoundDataset> FindAsync(BuildSettings build, CancellationToken cancellationToken)
    {
        var result = await Bootstrapper.Create().AddPipeline(new DatasetPipeline(build)).RunAsync(cancellationToken).ConfigureAwait(false);
        return result.Of<FoundDataset>() ?? throw new DiagnosticException(result.Diagnostics);
    }
}

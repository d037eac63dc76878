using Glassy.Diagnostics;
using Glassy.Execution;

namespace Glassy.Pipelines;

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

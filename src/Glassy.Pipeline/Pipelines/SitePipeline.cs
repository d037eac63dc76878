using Glassy.Execution;
using Glassy.Modules;

namespace Glassy.Pipelines;

/// <summary>Writes what the others have made.</summary>
public sealed class SitePipeline : Pipeline<WriteReport>
{
    /// <param name="build">How the site is built.</param>
    /// <param name="others">The names of the pipelines whose documents are its files.</param>
    public SitePipeline(BuildSettings build, IReadOnlyList<string> others)
        : base(new WriteFiles(build.Output, others), Phase.Output)
    {
    }
}

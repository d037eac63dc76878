using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Pipelines;

namespace Glassy.Preview;

/// <summary>What a preview says to whoever started it.</summary>
public interface IPreviewLog
{
    /// <summary>The whole site was built; warnings may be among the diagnostics.</summary>
    void Built(ExecutionResult result, BuildSettings settings, TimeSpan took);

    /// <summary>Pages were rendered again.</summary>
    void Updated(IReadOnlyList<string> files, TimeSpan took);

    /// <summary>The sources have mistakes; the site is as it was.</summary>
    void Refused(IReadOnlyList<Diagnostic> diagnostics);
}

using Glassy.Execution;

namespace Glassy.Pipelines;

/// <summary>Renders the Markdown.</summary>
public sealed class PagesPipeline : Pipeline
{
    public PagesPipeline(BuildSettings build) => _ = build;
}

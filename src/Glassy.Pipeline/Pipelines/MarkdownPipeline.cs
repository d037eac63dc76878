using Glassy.Execution;

namespace Glassy.Pipelines;

/// <summary>Makes the Markdown that lies beside every page, and the list of it all.</summary>
public sealed class MarkdownPipeline : Pipeline
{
    public MarkdownPipeline(BuildSettings build)
    {
        Dependencies = [nameof(PagesPipeline), nameof(AssetsPipeline)];
        PostProcessModules = [new WritePlain(build)]; // while the pages get their layouts
    }
}

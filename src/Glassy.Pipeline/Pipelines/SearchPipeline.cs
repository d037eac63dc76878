using Glassy.Execution;

namespace Glassy.Pipelines;

/// <summary>Makes what the search of a site loads.</summary>
public sealed class SearchPipeline : Pipeline
{
    public SearchPipeline(BuildSettings build)
    {
        Dependencies = [nameof(PagesPipeline)];
        PostProcessModules = build.Config.Site.Search ? [new BuildSearchIndex(build)] : []; // while the pages get their layouts
    }
}

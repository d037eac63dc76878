using Glassy.Building;
using Glassy.Execution;
using Glassy.Outputs.Search;

namespace Glassy.Pipelines;

/// <summary>Makes what the search of a site loads.</summary>
public sealed class SearchPipeline : Pipeline
{
    public SearchPipeline(BuildSettings build)
    {
        Dependencies = [nameof(PagesPipeline)];
        PostProcessModules = build.Config.Site.Search ? [new MakeSearch(build)] : []; // while the pages get their layouts
    }

    private sealed class MakeSearch(BuildSettings build) : IModule
    {
        public Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
        {
            var site = context.Outputs.Of<RenderedSite>();
            return SearchFiles.MakeAsync(site.Map, site.Pages, build.Config.Site, context.CancellationToken);
        }
    }
}

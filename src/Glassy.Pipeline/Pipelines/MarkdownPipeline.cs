using Glassy.Building;
using Glassy.Execution;
using Glassy.Outputs.Plain;

namespace Glassy.Pipelines;

/// <summary>Makes the Markdown that lies beside every page, and the list of it all.</summary>
public sealed class MarkdownPipeline : Pipeline
{
    public MarkdownPipeline(BuildSettings build)
    {
        Dependencies = [nameof(PagesPipeline), nameof(AssetsPipeline)];
        PostProcessModules = [new WritePlain(build)]; // while the pages get their layouts
    }

    private sealed class WritePlain(BuildSettings build) : IModule
    {
        public Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
        {
            var site = context.Outputs.Of<RenderedSite>();
            return PlainFiles.WriteAsync(
                site.Map,
                site.Pages,
                build.Config.Site,
                site.Builder.Parts.Shown.Words,
                AssetsPipeline.FilesIn(context.Outputs),
                context.CancellationToken);
        }
    }
}

using Glassy.Execution;
using Glassy.Modules;

namespace Glassy.Pipelines;

/// <summary>Writes what the others have made.</summary>
public sealed class SitePipeline : Pipeline
{
    public SitePipeline(BuildSettings build)
    {
        OutputModules =
        [
            new WriteFiles(
                build.Output,
                [nameof(PagesPipeline), nameof(AssetsPipeline), nameof(ImagesPipeline), nameof(ChartsPipeline), nameof(DrawingPipeline), nameof(SearchPipeline)]),
        ];
    }
}

using Glassy.Building;
using Glassy.Execution;

namespace Glassy.Pipelines;

/// <summary>Makes pages of the Markdown and the run.</summary>
public sealed class PagesPipeline : Pipeline<RenderedSite>
{
    public PagesPipeline(BuildSettings build)
        : base(new RenderMarkdown(build))
    {
        Dependencies =
        [
            nameof(TextsPipeline), nameof(DatasetPipeline), nameof(TrainingPipeline), nameof(RunsPipeline), nameof(ImagesPipeline),
            nameof(ChartsPipeline), nameof(ResultsPipeline),
            nameof(DrawingPipeline), nameof(PreprocessingPipeline), nameof(GalleryPipeline), nameof(AssetsPipeline),
        ];
        PostProcessModules = [new RenderLayout()];
    }
}

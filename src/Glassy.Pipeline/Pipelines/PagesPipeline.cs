using Glassy.Execution;
using Glassy.Modules;
using Glassy.Navigation;
using Glassy.Pages;
using Glassy.Theme;

namespace Glassy.Pipelines;

/// <summary>Makes pages of the Markdown and the run.</summary>
public sealed class PagesPipeline : Pipeline<RenderedSite>
{
    public PagesPipeline(BuildSettings build)
        : base(new RenderMarkdown(build, new ScribanTheme(build.Project)))
    {
        Dependencies =
        [
            nameof(DatasetPipeline), nameof(RunsPipeline), nameof(ImagesPipeline), nameof(ChartsPipeline), nameof(ResultsPipeline),
            nameof(DrawingPipeline), nameof(AssetsPipeline),
        ];
        InputModules = [new ReadFiles(build.Input, path => PageSource.IsMarkdown(path) || Category.IsCategoryFile(path))];
        PostProcessModules = [new RenderLayout(build)];
    }
}

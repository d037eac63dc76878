using Glassy.Execution;

namespace Glassy.Pipelines;

/// <summary>Exports the pictures of the samples, of the wrong predictions and of the author's drawings.</summary>
public sealed class ImagesPipeline : Pipeline
{
    public ImagesPipeline(BuildSettings build)
    {
        Dependencies = [nameof(DatasetPipeline), nameof(RunsPipeline)];
        ProcessModules = [new ExportPictures(build)];
    }
}

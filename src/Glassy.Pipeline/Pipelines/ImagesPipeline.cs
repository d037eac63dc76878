using Glassy.Execution;

namespace Glassy.Pipelines;

/// <summary>Exports the pictures of the samples, of the wrong predictions and of the author's drawings.</summary>
public sealed class ImagesPipeline : Pipeline<ExportedPictures>
{
    public ImagesPipeline(BuildSettings build)
        : base(new ExportPictures(build)) =>
            Dependencies = [nameof(TextsPipeline), nameof(DatasetPipeline), nameof(TrainingPipeline), nameof(RunsPipeline)];
}

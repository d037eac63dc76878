using Glassy.Execution;
using Glassy.Made;

namespace Glassy.Pipelines;

/// <summary>Explains the wrong predictions, when some page explores them.</summary>
public sealed class ErrorsPipeline : Pipeline<PictureEvidence?>
{
    public ErrorsPipeline(BuildSettings build)
        : base(new ExplainErrors(build)) =>
        Dependencies = [nameof(DatasetPipeline), nameof(RunsPipeline), nameof(ImagesPipeline), nameof(PagesPipeline)];
}

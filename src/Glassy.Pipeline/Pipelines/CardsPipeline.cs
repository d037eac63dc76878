using Glassy.Execution;

namespace Glassy.Pipelines;

/// <summary>Draws the pictures that other sites show beside links to pages.</summary>
public sealed class CardsPipeline : Pipeline
{
    public CardsPipeline(BuildSettings build)
    {
        Dependencies = [nameof(RunsPipeline), nameof(PagesPipeline), nameof(AssetsPipeline)];
        PostProcessModules = build.Config.Site.HasCards ? [new DrawCards(build)] : []; // while the pages get their layouts
    }
}

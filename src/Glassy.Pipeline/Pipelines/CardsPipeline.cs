using Glassy.Building;
using Glassy.Execution;
using Glassy.Outputs.Cards;

namespace Glassy.Pipelines;

/// <summary>Draws the pictures that other sites show beside links to pages.</summary>
public sealed class CardsPipeline : Pipeline
{
    public CardsPipeline(BuildSettings build)
    {
        Dependencies = [nameof(RunsPipeline), nameof(PagesPipeline), nameof(AssetsPipeline)];
        PostProcessModules = build.Config.Site.HasCards ? [new DrawCards(build)] : []; // while the pages get their layouts
    }

    private sealed class DrawCards(BuildSettings build) : IModule
    {
        public async Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
        {
            var site = context.Outputs.Of<RenderedSite>();
            var run = context.Outputs.Of<FoundRun>().Run;
            var (cards, diagnostics) = await CardFiles.DrawAsync(
                site.Map,
                site.Pages,
                build.Config.Site,
                run,
                site.Builder.Parts.Shown.Words,
                AssetsPipeline.FilesIn(context.Outputs),
                context.CancellationToken).ConfigureAwait(false);
            foreach (var diagnostic in diagnostics)
            {
                context.Report(diagnostic);
            }

            return cards;
        }
    }
}

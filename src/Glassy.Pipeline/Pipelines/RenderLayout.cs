using Glassy.Building;
using Glassy.Execution;
using Glassy.Made;

namespace Glassy.Pipelines;

/// <summary>Puts each rendered page into its layout, and adds the pages and files that a site has without its author.</summary>
internal sealed class RenderLayout : IModule
{
    public async Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
    {
        var site = context.Outputs.Of<RenderedSite>();
        var built = await site.Builder.LayOutAsync(
            site,
            context.Outputs.Of<PictureEvidence?>(),
            AssetsPipeline.FilesIn(context.Outputs),
            context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in built.Diagnostics)
        {
            context.Report(diagnostic);
        }

        return [.. built.Documents, .. context.Inputs];
    }
}

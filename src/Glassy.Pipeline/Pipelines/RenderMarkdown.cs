using Glassy.Building;
using Glassy.Caching;
using Glassy.Components.Binding;
using Glassy.Drawing;
using Glassy.Execution;
using Glassy.Links;
using Glassy.Pictures;
using Glassy.Recipes;

namespace Glassy.Pipelines;

/// <summary>Texts in; rendered pages out, with the files that they show under names that follow their content.</summary>
internal sealed class RenderMarkdown(BuildSettings build) : IModule<RenderedSite>
{
    public async Task<(RenderedSite Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context)
    {
        var parts = SiteParts.Of(
            build.Project,
            build.Input,
            build.Config,
            ShownOf(context.Outputs),
            FilesOf(context.Outputs),
            new StageCache(build.CacheFolder)) with
        {
            Notice = context.Outputs.Of<FoundDataset>().Notice,
        };
        var site = await new SiteBuilder(parts)
            .RenderAsync(context.Outputs.Of<SiteTexts>(), build.Progress, context.CancellationToken)
            .ConfigureAwait(false);
        foreach (var diagnostic in site.Diagnostics)
        {
            context.Report(diagnostic);
        }

        foreach (var note in site.Pages.SelectMany(page => build.IsDetailed ? page.Notes : []))
        {
            build.Progress.Message(note);
        }

        return (site, parts.Publisher.Documents);
    }

    private ComponentSite ShownOf(IPipelineOutputs outputs)
    {
        var found = outputs.Of<FoundRun>();
        var (results, addresses) = (found.Results, found.Addresses);
        return new ComponentSite
        {
            Project = build.Project,
            Words = build.ReadWords(),
            Repository = build.Config.Site.Repository,
            Commands = build.Commands,
            Run = results.Run,
            Addresses = addresses,
            Pictures = outputs.Of<ExportedPictures>().Catalog,
            Results = results,
            Checks = found.Checks,
            Looks = found.Looks,
            Runs = outputs.Of<RunSet>(),
            Drawing = outputs.Of<DrawingAssets?>(),
            Preprocessed = outputs.Of<PreprocessedSamples?>(),
            Gallery = outputs.Of<GalleryAssets?>(),
            Predictions = results.Predictions,
            Assets = outputs.Of<RunAssets>(),
        };
    }

    /// <summary>Every file that pages can link to or show.</summary>
    private Dictionary<string, SourceFile> FilesOf(IPipelineOutputs outputs)
    {
        var input = Path.TrimEndingDirectorySeparator(build.Input) + Path.DirectorySeparatorChar;
        string[] pipelines =
        [
            nameof(AssetsPipeline), nameof(ImagesPipeline), nameof(ChartsPipeline), nameof(ResultsPipeline), nameof(DrawingPipeline),
            nameof(PreprocessingPipeline), nameof(GalleryPipeline),
        ];
        return pipelines
            .SelectMany(name => outputs.FromPipeline(name).Select(d => (Document: d, IsAuthors: name == nameof(AssetsPipeline))))
            .Where(file => file.Document.Destination is not null)
            .DistinctBy(file => file.Document.Destination) // two sources for one file are reported when the files are written
            .ToDictionary(
                file => file.Document.Destination!, // chosen above, and all are files
                file => new SourceFile(
                    file.Document.Source!, file.Document.Source!.StartsWith(input, StringComparison.Ordinal), file.IsAuthors),
                StringComparer.Ordinal);
    }
}

using Glassy.Building;
using Glassy.Caching;
using Glassy.Components.Pictures;
using Glassy.Datasets;
using Glassy.Evaluation;
using Glassy.Execution;
using Glassy.Made;
using Glassy.Metrics;
using Glassy.Models;
using Glassy.Pictures;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>The explained pictures, and their strips; nothing on a site whose pages do not explore them.</summary>
internal sealed class ExplainErrors(BuildSettings build) : IModule<PictureEvidence?>
{
    private const string Stage = "explanations";
    private const int Recipe = 4;
    private const string CatalogFile = "explanations.json";

    public async Task<(PictureEvidence? Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context)
    {
        var run = context.Outputs.Of<FoundRun>();
        if (run.Run.Dataset.Shape.Length == 0 || !context.Outputs.Of<RenderedSite>().Pages.Any(page => page.Components.Contains(ErrorsExplorer.TagName)))
        {
            return (null, []);
        }

        var found = context.Outputs.Of<FoundDataset>();
        var entry = await new StageCache(build.CacheFolder).GetOrAddAsync(
            Stage,
            StageCache.KeyOf(Stage, Recipe, new { Run = run.Hash, run.Addresses.Root, Version = run.Run.Foreign is null ? TensorLibrary.Version : null }),
            (folder, token) => ExportAsync(run, found, folder, token),
            context.CancellationToken).ConfigureAwait(false);
        return (
            new PictureEvidence(entry.Read<IReadOnlyList<ExplainedPicture>>(CatalogFile), run.Results, context.Outputs.Of<ExportedPictures>().Catalog, run.Addresses),
            [.. entry.Files.Where(file => file != CatalogFile).Select(file => new Document { Source = entry.PathOf(file), Destination = file })]);
    }

    private async Task ExportAsync(FoundRun shown, FoundDataset found, string folder, CancellationToken cancellationToken)
    {
        var dataset = await found.LoadAsync().ConfigureAwait(false);
        var explained = await UserData.ReadAsync(() => Task.Run(
            () =>
            {
                Prediction[] wrong = [.. ShownMistakes.Of(shown.Results.Predictions)];
                var seen = shown.Run.Foreign is null ? SeenBy(shown.Run, dataset, wrong) : null;
                return ExplanationExporter.Export(folder, shown.Addresses, dataset, wrong, seen, build.Progress, cancellationToken);
            },
            cancellationToken)).ConfigureAwait(false);
        await CacheJson.WriteAsync(folder, CatalogFile, explained, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What the run's model got of these pictures, and what its answers depend on.</summary>
    private ExplanationExporter.SeenInputs SeenBy(Run run, ImageDataset dataset, Prediction[] wrong)
    {
        var model = new TrainedModel(run.OwnOptions, run.Dataset.Shape, run.Dataset.Classes.Count, new RunStore(build.Project).LoadWeights(run));
        var inputs = wrong.Select(prediction => ModelInputs.Of(dataset.Test.Image(prediction.Index), dataset.Test.Shape, run.OwnOptions)).ToArray();
        return new ExplanationExporter.SeenInputs(inputs, Saliency.Of(model, dataset.Test, wrong));
    }
}

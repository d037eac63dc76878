using System.Text.Json;
using Glassy.Components.Pictures;
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
    private const int Recipe = 2;
    private const string CatalogFile = "explanations.json";

    public async Task<(PictureEvidence? Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context)
    {
        if (!context.Outputs.Of<RenderedSite>().Pages.Any(page => page.Components.Contains(ErrorsExplorer.TagName)))
        {
            return (null, []);
        }

        var results = context.Outputs.Of<FoundRun>().Results;
        var found = context.Outputs.Of<FoundDataset>();
        var entry = await new StageCache(build.CacheFolder).GetOrAddAsync(
            Stage,
            StageCache.KeyOf(Stage, Recipe, new { Run = results.Run.Id }),
            (folder, token) => ExportAsync(results, found, folder, token),
            context.CancellationToken).ConfigureAwait(false);
        var explained = UserData.Read(() => CacheJson.Read<IReadOnlyList<ExplainedPicture>>(Path.Combine(entry.Folder, CatalogFile)));
        return (new PictureEvidence(explained, results, context.Outputs.Of<ExportedPictures>().Catalog),
        [
            .. Directory.EnumerateFiles(entry.Folder, "*.png", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => new Document { Source = path, Destination = Path.GetRelativePath(entry.Folder, path).Replace('\\', '/') }),
        ]);
    }

    private async Task ExportAsync(RunResults results, FoundDataset found, string folder, CancellationToken cancellationToken)
    {
        var dataset = await found.LoadAsync().ConfigureAwait(false);
        var explained = await UserData.ReadAsync(() => Task.Run(
            () =>
            {
                var run = results.Run;
                var model = new TrainedModel(run.Options, run.Dataset.Shape, run.Dataset.Classes.Count, new RunStore(build.Project).LoadWeights(run));
                Prediction[] wrong = [.. results.Predictions.Where(prediction => !prediction.IsCorrect)];
                var inputs = wrong.Select(prediction => InputNormalizer.InputsOf(dataset.Test.Image(prediction.Index).Span, dataset.Test.Shape, run.Options.Normalize)).ToArray();
                return ExplanationExporter.Export(folder, dataset, wrong, inputs, Saliency.Of(model, dataset.Test, wrong), build.Progress, cancellationToken);
            },
            cancellationToken)).ConfigureAwait(false);
        await File.WriteAllBytesAsync(
            Path.Combine(folder, CatalogFile), JsonSerializer.SerializeToUtf8Bytes(explained, CacheJson.Options), cancellationToken).ConfigureAwait(false);
    }
}

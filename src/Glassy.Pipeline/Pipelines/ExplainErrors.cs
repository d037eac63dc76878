using System.Security.Cryptography;
using Glassy.Building;
using Glassy.Caching;
using Glassy.Components.Pictures;
using Glassy.Datasets;
using Glassy.Evaluation;
using Glassy.Execution;
using Glassy.Foreign;
using Glassy.Made;
using Glassy.Metrics;
using Glassy.Models;
using Glassy.Onnx;
using Glassy.Pictures;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>The explained pictures, and their strips; nothing on a site whose pages do not explore them.</summary>
internal sealed class ExplainErrors(BuildSettings build) : IModule<PictureEvidence?>
{
    private const string Stage = "explanations";
    private const int Recipe = 5;
    private const string CatalogFile = "explanations.json";

    public async Task<(PictureEvidence? Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context)
    {
        var run = context.Outputs.Of<FoundRun>();
        if (run.Run.Dataset.Shape.Length == 0
            || !context.Outputs.Of<RenderedSite>().Pages.Any(page => page.Components.Contains(ErrorsExplorer.TagName)))
        {
            return (null, []);
        }

        var found = context.Outputs.Of<FoundDataset>();
        var onnx = await new OnnxRuns(build, new RunStore(build.Project)).ContentOfAsync(run.Run, context).ConfigureAwait(false);
        var entry = await new StageCache(build.CacheFolder).GetOrAddAsync(
            Stage,
            StageCache.KeyOf(
                Stage,
                Recipe,
                new { Run = run.Hash, run.Addresses.Root, Version = VersionOf(run.Run, onnx), Embeddings = HashOf(EmbeddingsOf(run.Run)) }),
            (folder, token) => ExportAsync(run, found, onnx, folder, token),
            context.CancellationToken).ConfigureAwait(false);
        return (
            new PictureEvidence(
                entry.Read<IReadOnlyList<ExplainedPicture>>(CatalogFile),
                run.Results,
                context.Outputs.Of<ExportedPictures>().Catalog,
                run.Addresses),
            [.. entry.Files
                .Where(file => file != CatalogFile)
                .Select(file => new Document { Source = entry.PathOf(file), Destination = file })]);
    }

    /// <summary>Of the library that is asked; null when there is nothing to ask.</summary>
    private static string? VersionOf(Run run, byte[]? onnx) =>
        run.Foreign is null ? TensorLibrary.Version : onnx is null ? null : OnnxModel.LibraryVersion;

    private async Task ExportAsync(FoundRun shown, FoundDataset found, byte[]? onnx, string folder, CancellationToken cancellationToken)
    {
        var dataset = await found.LoadAsync().ConfigureAwait(false);
        var explained = await UserData.ReadAsync(() => Task.Run(
            () =>
            {
                Prediction[] wrong = [.. ShownMistakes.Of(shown.Results.Predictions)];
                var seen = shown.Run.Foreign is null ? SeenBy(shown.Run, dataset, wrong)
                    : onnx is not null ? HiddenFrom(onnx, shown.Run, dataset, wrong, cancellationToken)
                    : null;
                return ExplanationExporter.Export(
                    folder, shown.Addresses, dataset, wrong, seen, ReadEmbeddings(shown.Run), build.Progress, cancellationToken);
            },
            cancellationToken)).ConfigureAwait(false);
        await CacheJson.WriteAsync(folder, CatalogFile, explained, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The file that the site's recipe names, from the project's root; null when it names none, or another run is shown.</summary>
    private string? EmbeddingsOf(Run run) =>
        build.RunId is null && run.Foreign is not null ? build.Config.PrimaryRecipe.Foreign?.Embeddings : null;

    private float[][]? ReadEmbeddings(Run run) => EmbeddingsOf(run) is { } file
        ? EmbeddingReader.Read(build.Project.Absolute(file), build.Project.Relative(build.Project.Absolute(file)), run.Dataset.Test.Count)
        : null;

    /// <summary>Null without a file; one that is gone is another than none, so that it is read, which says so.</summary>
    private string? HashOf(string? file)
    {
        if (file is null || !File.Exists(build.Project.Absolute(file)))
        {
            return file is null ? null : "missing";
        }

        using var stream = File.OpenRead(build.Project.Absolute(file));
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>What the run's model got of these pictures, and what its answers depend on.</summary>
    private ExplanationExporter.SeenInputs SeenBy(Run run, ImageDataset dataset, Prediction[] wrong)
    {
        var model = new TrainedModel(
            run.OwnOptions, run.Dataset.Shape, run.Dataset.Classes.Count, new RunStore(build.Project).LoadWeights(run));
        var inputs = wrong
            .Select(prediction => ModelInputs.Of(dataset.Test.Image(prediction.Index), dataset.Test.Shape, run.OwnOptions))
            .ToArray();
        return new ExplanationExporter.SeenInputs(inputs, Saliency.Of(model, dataset.Test, wrong));
    }

    /// <summary>What the answers of a model in ONNX's form depend on; its own input may have another size than the pictures.</summary>
    private ExplanationExporter.SeenInputs HiddenFrom(
        byte[] onnx,
        Run run,
        ImageDataset dataset,
        Prediction[] wrong,
        CancellationToken cancellationToken)
    {
        var origin = run.Foreign!.Onnx!; // it has a file
        using var model = OnnxModel.Open(onnx, run.Foreign.File, origin.ToInput(), dataset.Test.Shape, dataset.Classes);
        var kind = run.Foreign.Scores ?? throw new InvalidOperationException($"run {run.Id} has a model, and gives answers alone");
        return new ExplanationExporter.SeenInputs(null, Occlusion.Of(model, kind, dataset.Test, wrong, build.Progress, cancellationToken));
    }
}

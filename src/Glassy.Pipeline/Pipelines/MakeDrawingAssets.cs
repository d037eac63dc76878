using System.IO.Compression;
using Glassy.Building;
using Glassy.Caching;
using Glassy.Components.Pictures;
using Glassy.Datasets;
using Glassy.Datasets.Drawings;
using Glassy.Drawing;
using Glassy.Evaluation;
using Glassy.Execution;
using Glassy.Imaging;
using Glassy.Models;
using Glassy.Runs;
using Glassy.Wording;

namespace Glassy.Pipelines;

/// <summary>Rounds a run's weights for browsers and measures what they are worth once; later builds take them from the cache.</summary>
internal sealed class MakeDrawingAssets(BuildSettings build) : IModule<DrawingAssets?>
{
    private const string Stage = "drawing";
    private const int Recipe = 2;
    private const string AssetsFile = "drawing.json";
    private const string Script = "model.js";
    private const string Strip = "gallery.png";

    public async Task<(DrawingAssets? Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context)
    {
        var run = context.Outputs.Of<FoundRun>();
        if (run.Run.Dataset.Shape.Length == 0 || !context.Outputs.Of<SiteTexts>().Use(DrawPad.TagName))
        {
            return (null, []); // the weights take a second, and no page can ask for them
        }

        var dataset = context.Outputs.Of<FoundDataset>();
        var entry = await new StageCache(build.CacheFolder).GetOrAddAsync(
            Stage,
            StageCache.KeyOf(
                Stage,
                Recipe,
                new { Run = run.Hash, run.Addresses.Root, Version = run.Run.Foreign is null ? TensorLibrary.Version : null }),
            (folder, token) => MakeAsync(run, dataset, folder, token),
            context.CancellationToken).ConfigureAwait(false);
        return (
            entry.Read<DrawingAssets>(AssetsFile),
            [.. entry.Files
                .Where(file => file != AssetsFile)
                .Select(file => new Document { Source = entry.PathOf(file), Destination = file })]);
    }

    private async Task MakeAsync(FoundRun run, FoundDataset found, string folder, CancellationToken cancellationToken)
    {
        var dataset = await found.LoadAsync().ConfigureAwait(false);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, run.Addresses.Drawing(Script)))!); // a file in a folder
        var assets = await UserData.ReadAsync(() => Task.Run(() => Make(run, dataset, folder, cancellationToken), cancellationToken))
            .ConfigureAwait(false);
        await CacheJson.WriteAsync(folder, AssetsFile, assets, cancellationToken).ConfigureAwait(false);
    }

    private DrawingAssets Make(FoundRun found, ImageDataset dataset, string folder, CancellationToken cancellationToken)
    {
        var run = found.Run;
        var (script, strip) = (found.Addresses.Drawing(Script), found.Addresses.Drawing(Strip));
        var gallery = GalleryChoice.Of(found.Results.Predictions).Take(StripBuilder.MaximumWidth / dataset.Test.Shape.Width).ToList();
        var pictures = gallery.Select(picture => dataset.Test.Image(picture.Index)).ToList();
        if (pictures.Count > 0)
        {
            File.WriteAllBytes(Path.Combine(folder, strip), StripBuilder.Draw(pictures, dataset.Test.Shape));
        }

        var whyNot = DrawingSupport.WhyNot(run, WordsReader.English);
        return new DrawingAssets(
            pictures.Count > 0 ? strip : null,
            gallery,
            whyNot is null
                ? Publish(run, new RunStore(build.Project).LoadWeights(run), dataset, pictures, folder, script, cancellationToken)
                : null,
            whyNot);
    }

    /// <summary>Writes the script, reads it again as a browser would, and lets those weights read the whole test split.</summary>
    private static BrowserWeights Publish(
        Run run,
        ModelWeights weights,
        ImageDataset dataset,
        List<ReadOnlyMemory<byte>> gallery,
        string folder,
        string address,
        CancellationToken cancellationToken)
    {
        var model = BrowserModel.Of(run, weights, InkPolarity.Of(dataset.Train), [.. gallery.Select(picture => picture.ToArray())]);
        var script = BrowserModelScript.Write(model);
        File.WriteAllBytes(Path.Combine(folder, address), script);

        var published = BrowserModelScript.Read(script).WeightsLike(weights);
        var rounded = new TrainedModel(run.OwnOptions, run.Dataset.Shape, run.Dataset.Classes.Count, published);
        var predictions = Evaluator.Evaluate(rounded, dataset.Test, cancellationToken).Predictions;
        return new BrowserWeights(
            address, CompressedBytes(script), model.Polarity, predictions.Count(prediction => prediction.IsCorrect), predictions.Count);
    }

    private static int CompressedBytes(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return (int)compressed.Length;
    }
}

using Glassy.Datasets;
using Glassy.Imaging;
using Glassy.Metrics;
using Glassy.Progress;
using Glassy.Publishing;

namespace Glassy.Pictures;

/// <summary>Draws, for some test pictures, what the model got, what its answer depends on, and the pictures most like them.</summary>
/// <remarks>Strips only: <c>explained-n.png</c> and <c>neighbors-n.png</c>.</remarks>
public static class ExplanationExporter
{
    private const int Neighbors = 8;

    /// <param name="folder">Absolute path of the site's root, or of a folder that is copied there.</param>
    /// <param name="addresses">Where the site has them.</param>
    /// <param name="dataset">The pictures.</param>
    /// <param name="predictions">What the model said of the pictures to explain.</param>
    /// <param name="seen">What the model got, and what its answers depend on; null when another program has the model.</param>
    /// <param name="embeddings">[test pictures][numbers] of length 1, by which similar test pictures are found; null to find training
    /// pictures by their levels.</param>
    /// <param name="progress">Counts pictures.</param>
    /// <param name="cancellationToken">Looked at before each picture.</param>
    /// <returns>In the predictions' order.</returns>
    public static IReadOnlyList<ExplainedPicture> Export(
        string folder,
        RunAddresses addresses,
        ImageDataset dataset,
        IReadOnlyList<Prediction> predictions,
        SeenInputs? seen,
        IReadOnlyList<float[]>? embeddings,
        IProgressSink progress,
        CancellationToken cancellationToken)
    {
        var neighbors = FindNeighbors(dataset, predictions, embeddings, progress, cancellationToken);
        var among = embeddings is null ? dataset.Train : dataset.Test;
        var shape = dataset.Test.Shape;
        var explained = seen is null ? null : Place(
            folder,
            strip => addresses.Strip("explained", strip),
            shape with { Channels = 3 },
            predictions.Take(seen.Saliency.Count).Select((prediction, i) =>
            {
                var overlay = SaliencyOverlay.Draw(dataset.Test.Image(prediction.Index).Span, shape, seen.Saliency[i]);
                return seen.Inputs is null
                    ? [overlay]
                    : new ReadOnlyMemory<byte>[] { SaliencyOverlay.DrawInputs(seen.Inputs[i], shape), overlay };
            }));
        var near = Place(
            folder,
            strip => addresses.Strip("neighbors", strip),
            shape,
            neighbors.Select(found => found.Select(n => among.Image(n.Index)).ToArray()));
        return
        [
            .. predictions.Select((prediction, i) => new ExplainedPicture(
                prediction.Index,
                seen?.Inputs is null ? null : explained?[i][0],
                explained?.ElementAtOrDefault(i)?[^1],
                [.. neighbors[i].Zip(near[i], (neighbor, place) => new ExplainedNeighbor(neighbor, place))], embeddings is not null)),
        ];
    }

    /// <param name="Inputs">[predictions][H · W · C] what the model got; null when that is no picture of the same size.</param>
    /// <param name="Saliency">[predictions][H · W] what its answers depend on, 0..1; without inputs it may be that of the first ones
    /// alone.</param>
    public sealed record SeenInputs(IReadOnlyList<float[]>? Inputs, IReadOnlyList<float[]> Saliency);

    private static IReadOnlyList<Neighbor>[] FindNeighbors(
        ImageDataset dataset,
        IReadOnlyList<Prediction> predictions,
        IReadOnlyList<float[]>? embeddings,
        IProgressSink progress,
        CancellationToken cancellationToken)
    {
        using var task = progress.Start("Finding similar pictures", predictions.Count);
        var found = new IReadOnlyList<Neighbor>[predictions.Count];
        var done = 0;
        Parallelism.For(found.Length, i =>
        {
            found[i] = embeddings is null
                ? NearestNeighbors.Find(dataset.Test.Image(predictions[i].Index).Span, dataset.Train, Neighbors)
                : NearestNeighbors.Find(predictions[i].Index, embeddings, dataset.Test, Neighbors);
            task.Report(Interlocked.Increment(ref done));
        }, cancellationToken);
        return found;
    }

    /// <summary>Draws groups of pictures into strips.</summary>
    /// <returns>[groups][pictures].</returns>
    private static IReadOnlyList<TilePlace>[] Place(
        string folder,
        Func<int, string> stripOf,
        ImageShape shape,
        IEnumerable<ReadOnlyMemory<byte>[]> pictures)
    {
        var groups = pictures.ToList();
        var places = new Queue<TilePlace>(StripBuilder.Arrange([.. groups.Select(group => group.Length)], shape.Width)
            .Select(place => new TilePlace(stripOf(place.Strip), place.Tile)));
        var placed = groups.Select(IReadOnlyList<TilePlace> (group) => [.. group.Select(_ => places.Dequeue())]).ToArray();
        var tiles = groups
            .SelectMany(group => group)
            .Zip(placed.SelectMany(group => group))
            .GroupBy(tile => tile.Second.Strip, tile => tile.First);
        foreach (var strip in tiles)
        {
            var path = Path.Combine(folder, strip.Key);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!); // a file in a folder
            File.WriteAllBytes(path, StripBuilder.Draw([.. strip], shape));
        }

        return placed;
    }
}

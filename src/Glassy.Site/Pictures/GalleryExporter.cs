using Glassy.Datasets;
using Glassy.Imaging;
using Glassy.Metrics;
using Glassy.Progress;
using Glassy.Publishing;

namespace Glassy.Pictures;

/// <summary>
/// Writes all pictures of a test split as tiles in strips, those that are hardest for the model first, so that a page loads few strips for
/// what is seen: grey ones of few pixels as PNG without losses, others as WebP with some. Larger pictures are scaled down.
/// </summary>
public static class GalleryExporter
{
    /// <summary>Pictures that a page shows without script.</summary>
    public const int MostFirst = 96;

    /// <summary>The longest side of a tile, pixels.</summary>
    private const int LongestSide = 64;

    /// <summary>Up to so many grey pixels a PNG is as small as what has losses.</summary>
    private const int MostPlain = 32 * 32;

    /// <param name="folder">Absolute path of a folder that is copied to the site's root.</param>
    /// <param name="addresses">Where the site has the strips.</param>
    /// <param name="test">The pictures.</param>
    /// <param name="predictions">One a test picture, in test order.</param>
    /// <param name="classes">How many there are.</param>
    /// <param name="traits">What else is known of the pictures.</param>
    /// <param name="progress">Counts strips.</param>
    /// <param name="cancellationToken">Looked at before each.</param>
    public static GalleryAssets Export(
        string folder,
        RunAddresses addresses,
        LabeledImages test,
        IReadOnlyList<Prediction> predictions,
        int classes,
        IReadOnlyList<PictureTrait> traits,
        IProgressSink progress,
        CancellationToken cancellationToken)
    {
        // By the numbers that pages read: theirs are rounded, and the order shall be the same.
        var order = PackedPredictions.Read(PackedPredictions.Write(predictions, classes), SiteFileNames.PredictionsPacked).GalleryOrder();
        var tile = TileOf(test.Shape);
        var isPlain = tile.Channels == 1 && tile.Length <= MostPlain;
        var (perStrip, ending) = (Math.Max(1, StripBuilder.MaximumWidth / tile.Width), isPlain ? ".png" : ".webp");
        var strips = order.Chunk(perStrip).ToArray();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, addresses.GalleryStrip(0, ending)))!); // a file in a folder
        using var task = progress.Start("Drawing all test pictures", strips.Length);
        var done = 0;
        Parallelism.For(strips.Length, number =>
        {
            ReadOnlyMemory<byte>[] tiles = [.. strips[number].Select(index => Scaled(test.Image(index), test.Shape, tile))];
            File.WriteAllBytes(
                Path.Combine(folder, addresses.GalleryStrip(number, ending)),
                isPlain ? StripBuilder.Draw(tiles, tile) : StripBuilder.DrawWebP(tiles, tile));
            task.Report(Interlocked.Increment(ref done));
        }, cancellationToken);
        var known = GalleryAttributesScript.Useful(traits);
        if (known.Count > 0)
        {
            File.WriteAllBytes(Path.Combine(folder, addresses.GalleryAttributes), GalleryAttributesScript.Write(known));
        }

        return new GalleryAssets(
            tile,
            perStrip,
            ending,
            [.. order.Take(MostFirst)],
            known.Count > 0 ? addresses.GalleryAttributes : null,
            [.. known.Select(trait => trait.Name)]);
    }

    /// <summary>The size of a tile: the picture's own, or with its proportions one that is not too long.</summary>
    internal static ImageShape TileOf(ImageShape shape)
    {
        var longest = Math.Max(shape.Height, shape.Width);
        return longest <= LongestSide
            ? shape
            : shape with { Height = Side(shape.Height, longest), Width = Side(shape.Width, longest) };
    }

    private static int Side(int side, int longest) => Math.Max(1, (int)Math.Round((double)side * LongestSide / longest));

    private static ReadOnlyMemory<byte> Scaled(ReadOnlyMemory<byte> picture, ImageShape from, ImageShape to) =>
        from == to ? picture : Resampler.Resize(picture.Span, from, to);
}

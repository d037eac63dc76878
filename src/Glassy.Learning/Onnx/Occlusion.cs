using Glassy.Datasets;
using Glassy.Foreign;
using Glassy.Imaging;
using Glassy.Metrics;
using Glassy.Progress;

namespace Glassy.Onnx;

/// <summary>
/// Which parts of a picture a model's answer depends on, found without a look into the model: a patch is laid over one place after another,
/// and where the answer's probability falls, it depends on what the patch hides. Source: M. D. Zeiler and R. Fergus, "Visualizing and
/// Understanding Convolutional Networks" (2014), section 4.2.
/// </summary>
/// <remarks>
/// The patch is a fifth of the picture's sides. Theirs is grey; this one is what all pictures have there in the mean, since a grey patch on
/// the black around a digit would be something to see. Places are so near that every pixel is hidden at least once.
/// </remarks>
public static class Occlusion
{
    /// <summary>Further pictures are not explained: a model may be slow, and wrong in thousands.</summary>
    public const int MostExplained = 800;

    /// <summary>How many pictures the model reads at most.</summary>
    private const int MostReadings = 20_000;

    private const int PatchesASide = 5;
    private const int MostPlacesASide = 12;

    /// <summary>Explains what a model said of some pictures: of more than <see cref="MostExplained"/> the first.</summary>
    /// <param name="model">The model that said it.</param>
    /// <param name="kind">What it gives for each class.</param>
    /// <param name="images">The split that they are in.</param>
    /// <param name="predictions">What it said of those to explain; their indices are places in the split.</param>
    /// <param name="progress">Counts readings.</param>
    /// <param name="cancellationToken">Looked at before each batch.</param>
    /// <returns>[explained][H · W] the mean fall of the answer's probability under the patches that hide a pixel, divided by the picture's
    /// largest: 0..1; all 0 where none falls.</returns>
    /// <exception cref="InvalidDataException">The model cannot read a picture.</exception>
    public static IReadOnlyList<float[]> Of(
        OnnxModel model,
        ScoreKind kind,
        LabeledImages images,
        IReadOnlyList<Prediction> predictions,
        IProgressSink progress,
        CancellationToken cancellationToken)
    {
        Prediction[] explained = [.. predictions.Take(MostExplained)];
        if (explained.Length == 0)
        {
            return [];
        }

        var places = PlacesOf(images.Shape, explained.Length);
        var mean = MeanOf(images);
        using var task = progress.Start("Hiding parts of misread pictures", explained.Length * places.Count);
        var scores = model.Read(
            i => Hide(images.Image(explained[i / places.Count].Index), images.Shape, places[i % places.Count], mean),
            explained.Length * places.Count,
            done => task.Report(done),
            cancellationToken);
        return [.. explained.Select(
            (prediction, i) => MapOf(prediction, kind, scores.AsSpan(i * places.Count, places.Count), places, images.Shape))];
    }

    /// <summary>Evenly from edge to edge, as many as there are readings for.</summary>
    private static List<Patch> PlacesOf(ImageShape shape, int pictures)
    {
        var aSide = Math.Clamp((int)Math.Sqrt(MostReadings / pictures), PatchesASide, MostPlacesASide);
        var (tops, height) = SideOf(shape.Height, aSide);
        var (lefts, width) = SideOf(shape.Width, aSide);
        return [.. from top in tops from left in lefts select new Patch(top, left, height, width)];
    }

    private static (IReadOnlyList<int> Starts, int Length) SideOf(int side, int places)
    {
        var length = (side + PatchesASide - 1) / PatchesASide;
        var count = Math.Min(places, side - length + 1);
        return (
            count == 1 ? [0] : [.. Enumerable.Range(0, count).Select(i => (int)Math.Round((double)i * (side - length) / (count - 1)))],
            length);
    }

    /// <summary>[H · W · C] levels.</summary>
    private static byte[] MeanOf(LabeledImages images)
    {
        var sums = new long[images.Shape.Length];
        for (var i = 0; i < images.Pixels.Length; i++)
        {
            sums[i % sums.Length] += images.Pixels[i];
        }

        return Array.ConvertAll(sums, sum => (byte)Math.Round((double)sum / images.Count));
    }

    private static ReadOnlyMemory<byte> Hide(ReadOnlyMemory<byte> picture, ImageShape shape, Patch patch, byte[] mean)
    {
        var hidden = picture.ToArray();
        for (var y = patch.Top; y < patch.Top + patch.Height; y++)
        {
            var (start, length) = (((y * shape.Width) + patch.Left) * shape.Channels, patch.Width * shape.Channels);
            mean.AsSpan(start, length).CopyTo(hidden.AsSpan(start));
        }

        return hidden;
    }

    private static float[] MapOf(Prediction prediction, ScoreKind kind, ReadOnlySpan<float[]> scores, List<Patch> places, ImageShape shape)
    {
        var (falls, counts) = (new double[shape.Height * shape.Width], new int[shape.Height * shape.Width]);
        for (var place = 0; place < places.Count; place++)
        {
            var row = ScoreRow.Of(Array.ConvertAll(scores[place], value => (double)value), kind);
            var fall = Math.Max(0, prediction.Confidence - Math.Exp(row.LogProbabilities[prediction.Predicted]));
            var patch = places[place];
            for (var y = patch.Top; y < patch.Top + patch.Height; y++)
            {
                for (var x = patch.Left; x < patch.Left + patch.Width; x++)
                {
                    falls[(y * shape.Width) + x] += fall;
                    counts[(y * shape.Width) + x]++;
                }
            }
        }

        var means = falls.Zip(counts, (fall, count) => fall / count).ToArray();
        var largest = means.Max();
        return Array.ConvertAll(means, mean => largest > 0 ? (float)(mean / largest) : 0);
    }

    private readonly record struct Patch(int Top, int Left, int Height, int Width);
}

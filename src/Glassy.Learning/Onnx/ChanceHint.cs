using Glassy.Datasets;
using Glassy.Diagnostics;
using Glassy.Metrics;
using static System.FormattableString;

namespace Glassy.Onnx;

/// <summary>
/// Looks, where a model answers about as by chance, whether it was trained on levels of another range, or on numbers in another order.
/// </summary>
public static class ChanceHint
{
    private const int Sample = 500;

    /// <summary>How far above chance an accuracy counts as near it: this share of the way to all right.</summary>
    private const double Near = 0.25;

    /// <summary>How many more have to be right for it to be said.</summary>
    private const double Better = 0.25;

    /// <param name="content">The model's file.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="asked">What the recipe says of its input.</param>
    /// <param name="used">What it was given.</param>
    /// <param name="dataset">The pictures.</param>
    /// <param name="made">What the model said of the test pictures.</param>
    /// <param name="cancellationToken">Looked at before each batch.</param>
    /// <returns>What its author should try; null when nothing is much better, or the model is better than chance.</returns>
    public static Diagnostic? Of(
        byte[] content,
        string name,
        OnnxInput asked,
        OnnxOrigin used,
        ImageDataset dataset,
        IReadOnlyList<Prediction> made,
        CancellationToken cancellationToken)
    {
        var chance = new SplitInfo(dataset.Test.Count, dataset.Test.CountPerClass(dataset.Classes.Count)).Baseline;
        var accuracy = made.Count(prediction => prediction.IsCorrect) / (double)made.Count;
        if (accuracy > chance + (Near * (1 - chance)))
        {
            return null;
        }

        var range = used.Range == LevelRange.Unit ? LevelRange.Bytes : LevelRange.Unit;
        var layout = used.Layout == PixelLayout.Nchw ? PixelLayout.Nhwc : PixelLayout.Nchw;
        (string Keys, OnnxInput Input)[] others =
        [
            ($"range: {TextOf(range)}", asked with { Range = range }),
            ($"layout: {TextOf(layout)}", asked with { Layout = layout }),
            ($"layout: {TextOf(layout)}, range: {TextOf(range)}", asked with { Layout = layout, Range = range }),
        ];
        var sample = dataset.Test.Where(IsInSample(dataset.Test.Count));
        var tried = others
            .Select(other => (other.Keys, Right: RightOf(content, name, other.Input, sample, dataset.Classes, cancellationToken)))
            .ToList();
        var best = tried.MaxBy(other => other.Right);
        return (double)best.Right / sample.Count >= Math.Max(accuracy, chance) + Better
            ? Diagnostic.Warning(Invariant(
                $"{accuracy * 100:F1}% of the pictures are right, about as many as by chance; with `{best.Keys}` in its `input`, {best.Right} of {sample.Count} are: is it what it was trained on?"), name)
            : null;
    }

    private static Func<int, bool> IsInSample(int count) =>
        i => count <= Sample || (long)i * Sample / count != (long)(i - 1) * Sample / count || i == 0;

    /// <returns>0 where the model cannot be given its pictures so.</returns>
    private static int RightOf(
        byte[] content,
        string name,
        OnnxInput input,
        LabeledImages sample,
        IReadOnlyList<string> classes,
        CancellationToken cancellationToken)
    {
        try
        {
            using var model = OnnxModel.Open(content, name, input, sample.Shape, classes);
            var scores = model.Read(sample.Image, sample.Count, _ => { }, cancellationToken);
            return scores.Index().Count(row => Array.IndexOf(row.Item, row.Item.Max()) == sample.Labels[row.Index]);
        }
        catch (InvalidDataException)
        {
            return 0; // that it cannot be is an answer: this was not how it was trained
        }
    }

    private static string TextOf(LevelRange range) => range == LevelRange.Unit ? "0-1" : "0-255";

    private static string TextOf(PixelLayout layout) => layout == PixelLayout.Nchw ? "nchw" : "nhwc";
}

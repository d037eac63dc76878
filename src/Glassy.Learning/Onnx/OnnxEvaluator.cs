using Glassy.Datasets;
using Glassy.Foreign;
using Glassy.Metrics;
using Glassy.Progress;
using static System.FormattableString;

namespace Glassy.Onnx;

/// <summary>Lets an ONNX model read pictures whose labels are known.</summary>
public static class OnnxEvaluator
{
    /// <param name="model">Opened for pictures of the same size.</param>
    /// <param name="name">What messages call its file.</param>
    /// <param name="images">Pictures and labels.</param>
    /// <param name="declared">What the recipe says that it gives for each class; null to recognise it.</param>
    /// <param name="progress">Counts pictures.</param>
    /// <param name="cancellationToken">Looked at before each batch.</param>
    /// <exception cref="InvalidDataException">It cannot compute, or gives neither probabilities nor logits; the message is one line that
    /// begins with the name.</exception>
    public static ForeignPredictions Evaluate(
        OnnxModel model,
        string name,
        LabeledImages images,
        ScoreKind? declared,
        IProgressSink progress,
        CancellationToken cancellationToken)
    {
        using var task = progress.Start($"Evaluating {name}", images.Count);
        var scores = model.Read(images.Image, images.Count, done => task.Report(done), cancellationToken);
        var kind = declared ?? Recognise(scores);
        if (kind == ScoreKind.Probabilities)
        {
            Check(scores, name);
        }

        var rows = scores.Select(row => ScoreRow.Of(Array.ConvertAll(row, value => (double)value), kind));
        return new ForeignPredictions(
            [.. rows.Select((row, i) => new Prediction(i, images.Labels[i], row.Likeliest, row.LogProbabilities))],
            kind,
            declared is not null,
            [],
            [],
            []);
    }

    /// <summary>Logits if any number cannot be a probability, else probabilities.</summary>
    private static ScoreKind Recognise(float[][] scores) =>
        scores.Any(row => ScoreRow.CannotBeProbabilities(Array.ConvertAll(row, value => (double)value)))
            ? ScoreKind.Logits
            : ScoreKind.Probabilities;

    private static void Check(float[][] scores, string name)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            var sum = scores[i].Sum(value => (double)value);
            if (ScoreRow.CannotBeProbabilities(Array.ConvertAll(scores[i], value => (double)value))
                || Math.Abs(sum - 1) > ScoreRow.CoarseRounding)
            {
                throw new InvalidDataException(Invariant(
                    $"{name}: its outputs for picture {i} are {scores[i].Min()} to {scores[i].Max()} and sum to {sum:0.####}, expected probabilities that sum to 1; ")
                    + "logits are said by `scores: logits`, and those of a sigmoid for each class are no probabilities of one class among all");
            }
        }
    }
}

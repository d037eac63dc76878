using Glassy.Comparison;
using Glassy.Metrics;

namespace Glassy.Tests.Comparison;

/// <summary>
/// Predictions of 60 pictures in three classes that any program can make from whole numbers; about three of five are right.
/// </summary>
internal static class SamplePredictions
{
    private const int Pictures = 60;
    private const int Classes = 3;

    /// <summary>
    /// Softmax of ((7i + 13c + 5·run)·31 mod 17)/4, with 2 added for the label i mod 3 unless 11i + 3·run is a multiple of 4.
    /// </summary>
    public static IReadOnlyList<Prediction> Of(int run) => [.. Enumerable.Range(0, Pictures).Select(i => Of(run, i))];

    /// <summary>Two runs.</summary>
    public static PairedPredictions Pair(int a, int b) => PairedPredictions.Of(Of(a), Of(b));

    /// <summary>A prediction whose probabilities do not matter.</summary>
    public static Prediction Say(int index, int label, int predicted, int classes = 3) => new(
        index, label, predicted, [.. Enumerable.Range(0, classes).Select(c => c == predicted ? -0.1f : -4f)]);

    private static Prediction Of(int run, int i)
    {
        var label = i % Classes;
        var known = ((i * 11) + (run * 3)) % 4 == 0 ? 0 : 2;
        double[] logits = [.. Enumerable.Range(0, Classes).Select(c => Logit(run, i, c) + (c == label ? known : 0))];
        var norm = Math.Log(logits.Sum(Math.Exp));
        float[] logs = [.. logits.Select(logit => (float)(logit - norm))];
        return new Prediction(i, label, Array.IndexOf(logs, logs.Max()), logs);
    }

    private static double Logit(int run, int i, int c) => ((i * 7) + (c * 13) + (run * 5)) * 31 % 17 / 4.0;
}

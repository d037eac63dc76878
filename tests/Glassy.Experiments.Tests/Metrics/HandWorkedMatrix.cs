using Glassy.Metrics;

namespace Glassy.Tests.Metrics;

/// <summary>A confusion matrix on MNIST whose statistics were worked out by hand: 9,717 of 10,000 right.</summary>
internal static class HandWorkedMatrix
{
    public static IReadOnlyList<string> Classes { get; } = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    public static ConfusionCounts Counts { get; } = new(
    [
        [968, 1, 0, 2, 1, 0, 2, 1, 1, 4],
        [0, 1124, 3, 1, 0, 0, 2, 0, 5, 0],
        [8, 5, 991, 11, 2, 0, 2, 5, 8, 0],
        [0, 0, 7, 983, 0, 6, 0, 6, 6, 2],
        [2, 1, 5, 0, 959, 0, 6, 3, 1, 5],
        [3, 0, 1, 18, 1, 859, 5, 0, 3, 2],
        [5, 3, 2, 1, 3, 3, 941, 0, 0, 0],
        [2, 11, 7, 6, 0, 1, 0, 996, 1, 4],
        [10, 1, 4, 5, 10, 2, 6, 5, 924, 7],
        [3, 6, 0, 5, 15, 4, 0, 2, 2, 972],
    ]);

    /// <summary>Predictions that have these counts.</summary>
    public static IReadOnlyList<Prediction> Predictions { get; } =
    [
        .. (from truth in Enumerable.Range(0, 10)
            from predicted in Enumerable.Range(0, 10)
            from _ in Enumerable.Range(0, Counts.Rows[truth][predicted])
            select (truth, predicted))
            .Select((pair, i) => new Prediction(i, pair.truth, pair.predicted, Sure(pair.predicted))),
    ];

    /// <summary>Nine tenths for the predicted class, the rest for the others alike.</summary>
    private static float[] Sure(int index) =>
        [.. Enumerable.Range(0, 10).Select(c => MathF.Log(c == index ? 0.9f : 0.1f / 9))];
}

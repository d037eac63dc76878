using Glassy.Metrics;

namespace Glassy.Comparison;

/// <summary>What two runs say of the same pictures.</summary>
public sealed class PairedPredictions
{
    private const string WayOut = "Runs are compared on the same pictures: are both of the same data set and split?";

    private PairedPredictions(IReadOnlyList<Prediction> a, IReadOnlyList<Prediction> b, int classes)
    {
        (A, B, Classes) = (a, b, classes);
        Broken = IndicesWhere((first, second) => first.IsCorrect && !second.IsCorrect);
        Repaired = IndicesWhere((first, second) => !first.IsCorrect && second.IsCorrect);
        Counts = PairedCounts.Of(a.Zip(b, (first, second) => (first.IsCorrect, second.IsCorrect)));
    }

    /// <summary>[N] of the first run.</summary>
    public IReadOnlyList<Prediction> A { get; }

    /// <summary>[N] of the second run, picture by picture as the first.</summary>
    public IReadOnlyList<Prediction> B { get; }

    /// <summary>How many classes both know.</summary>
    public int Classes { get; }

    /// <summary>Whether both give each class a probability, so that more than their answers can be compared.</summary>
    public bool HaveProbabilities => A[0].HasProbabilities && B[0].HasProbabilities;

    public PairedCounts Counts { get; }

    /// <summary>Indices in the split of the pictures that the first alone has right, ascending.</summary>
    public IReadOnlyList<int> Broken { get; }

    /// <summary>Indices in the split of the pictures that the second alone has right, ascending.</summary>
    public IReadOnlyList<int> Repaired { get; }

    /// <param name="a">[N] of the first run, at least one.</param>
    /// <param name="b">[N] of the second run, of the same pictures in the same order.</param>
    /// <param name="known">How many classes there are, for predictions without probabilities; those that have some tell it
    /// themselves.</param>
    /// <exception cref="ArgumentException">
    /// There are none, or they are not of the same pictures, labels and classes; the first that differs is named.
    /// </exception>
    public static PairedPredictions Of(IReadOnlyList<Prediction> a, IReadOnlyList<Prediction> b, int? known = null)
    {
        if (a.Count != b.Count || a.Count == 0)
        {
            throw new ArgumentException(
                $"The first run has {a.Count} predictions and the second {b.Count}, expected as many, at least one. {WayOut}");
        }

        var classes = a[0].HasProbabilities ? a[0].LogProbabilities.Count
            : b[0].HasProbabilities ? b[0].LogProbabilities.Count
            : known
                ?? throw new ArgumentException("Neither run has probabilities: how many classes there are must be said.", nameof(known));
        for (var i = 0; i < a.Count; i++)
        {
            Check(a[i], b[i], classes);
        }

        return new PairedPredictions(a, b, classes);
    }

    /// <summary>Those of one class alone.</summary>
    /// <param name="label">Class index.</param>
    public PairedCounts CountsOf(int label) => PairedCounts.Of(
        A.Zip(B).Where(pair => pair.First.Label == label).Select(pair => (pair.First.IsCorrect, pair.Second.IsCorrect)));

    private static void Check(Prediction a, Prediction b, int classes)
    {
        if (a.Index != b.Index)
        {
            throw new ArgumentException($"Where the first run has picture {a.Index}, the second has picture {b.Index}. {WayOut}");
        }

        if (a.Label != b.Label)
        {
            throw new ArgumentException($"Picture {a.Index} has label {a.Label} in the first run and {b.Label} in the second. {WayOut}");
        }

        if (IsOfOthers(a) || IsOfOthers(b))
        {
            throw new ArgumentException(
                $"Picture {a.Index} has {a.LogProbabilities.Count} classes in the first run and {b.LogProbabilities.Count} in the second, "
                + $"expected {classes}. {WayOut}");
        }

        bool IsOfOthers(Prediction prediction) => prediction.HasProbabilities && prediction.LogProbabilities.Count != classes;
    }

    private IReadOnlyList<int> IndicesWhere(Func<Prediction, Prediction, bool> holds) =>
        [.. A.Zip(B).Where(pair => holds(pair.First, pair.Second)).Select(pair => pair.First.Index).Order()];
}

using Glassy.Metrics;
using Glassy.Wording;

namespace Glassy.Components.Figures;

/// <summary>The table of a confusion matrix, of all classes or of some.</summary>
/// <param name="confusion">[classes][classes] counts: rows truth, columns prediction.</param>
/// <param name="classes">[classes] in label order.</param>
/// <param name="labels">The classes that are shown, ascending.</param>
/// <param name="hrefOf">The pictures of a truth and a prediction; null where there are none.</param>
/// <param name="words">What a cell says.</param>
internal sealed class MatrixTable(
    IReadOnlyList<IReadOnlyList<int>> confusion,
    IReadOnlyList<string> classes,
    IReadOnlyList<int> labels,
    Func<int, int, string?> hrefOf,
    Words words)
{
    private readonly ConfusionCounts _counts = new(confusion);
    private readonly int[] _totals = [.. confusion.Select(row => row.Sum())];

    /// <summary>All pictures.</summary>
    public int Total => _totals.Sum();

    /// <summary>All pictures right.</summary>
    public int Correct => _counts.Correct;

    /// <summary>One a class that is shown.</summary>
    public IReadOnlyList<ConfusionMatrixRow> Rows() => confusion.Count == 0 ? [] :
    [
        .. labels.Select(truth => new ConfusionMatrixRow(
            classes[truth],
            _totals[truth],
            ShareOf(truth, truth),
            [.. labels.Select(predicted => CellOf(truth, predicted))],
            _totals[truth] - labels.Sum(predicted => confusion[truth][predicted]))),
    ];

    /// <summary>[shown classes] how often each was predicted, of all pictures.</summary>
    public IReadOnlyList<int> ColumnTotals() => [.. labels.Select(_counts.PredictedAs)];

    /// <summary>The most frequent confusions of all classes.</summary>
    public IReadOnlyList<ConfusionMatrixCell> Worst(int most) =>
    [
        .. (from truth in Enumerable.Range(0, confusion.Count)
            from predicted in Enumerable.Range(0, confusion.Count)
            where truth != predicted && confusion[truth][predicted] > 0
            orderby confusion[truth][predicted] descending
            select (truth, predicted)).Take(most).Select(cell => CellOf(cell.truth, cell.predicted)),
    ];

    /// <summary>The classes that are not shown, together.</summary>
    /// <param name="results">The file with the whole matrix, relative to the page.</param>
    public OtherClasses Others(string results)
    {
        var shown = labels.ToHashSet();
        int[] others = [.. Enumerable.Range(0, confusion.Count).Where(label => !shown.Contains(label))];
        return new OtherClasses(
            others.Length,
            labels.Count,
            [.. labels.Select(predicted => others.Sum(truth => confusion[truth][predicted]))],
            others.Sum(truth => others.Sum(predicted => confusion[truth][predicted])),
            others.Sum(truth => _totals[truth]),
            others.Sum(_counts.PredictedAs),
            results);
    }

    private ConfusionMatrixCell CellOf(int truth, int predicted)
    {
        var (count, share, isDiagonal) = (confusion[truth][predicted], ShareOf(truth, predicted), truth == predicted);
        var title = words.Of(
            "matrix.cell",
            ("truth", classes[truth]),
            ("predicted", classes[predicted]),
            ("count", words.Whole(count)),
            ("total", words.Whole(_totals[truth])));
        return new ConfusionMatrixCell(count, share, isDiagonal ? share : Math.Sqrt(share), isDiagonal, title, hrefOf(truth, predicted));
    }

    private double ShareOf(int truth, int predicted) => _totals[truth] == 0 ? 0 : (double)confusion[truth][predicted] / _totals[truth];
}

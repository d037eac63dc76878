namespace Glassy.Metrics;

/// <summary>How often each class was predicted as each.</summary>
/// <param name="Rows">[classes][classes] counts: rows truth, columns prediction.</param>
public sealed record ConfusionCounts(IReadOnlyList<IReadOnlyList<int>> Rows)
{
    /// <summary>How many classes there are.</summary>
    public int Classes => Rows.Count;

    /// <summary>Its diagonal and its sums; counted when it is asked for.</summary>
    public ClassTotals Totals => new([.. Rows.Select((row, c) => row[c])], [.. Rows.Select(row => row.Sum())], SumsOfColumns());

    /// <summary>All pictures.</summary>
    public int Total => Rows.Sum(row => row.Sum());

    /// <summary>Pictures on the diagonal.</summary>
    public int Correct => Enumerable.Range(0, Classes).Sum(c => Rows[c][c]);

    /// <summary>Share right, 0..1; 0 when there are no pictures.</summary>
    public double Accuracy => Totals.Accuracy;

    #region confusion-counts
    /// <summary>Counts pairs of truth and prediction.</summary>
    /// <param name="classes">How many there are.</param>
    /// <param name="pairs">Class indices, 0..classes-1.</param>
    public static ConfusionCounts From(int classes, IEnumerable<(int Truth, int Predicted)> pairs)
    {
        var rows = Enumerable.Range(0, classes).Select(_ => new int[classes]).ToArray();
        foreach (var (truth, predicted) in pairs)
        {
            rows[truth][predicted]++;
        }

        return new ConfusionCounts(rows);
    }
    #endregion

    /// <summary>Pictures of the class.</summary>
    public int Support(int truth) => Rows[truth].Sum();

    /// <summary>Pictures predicted as the class.</summary>
    public int PredictedAs(int predicted) => Rows.Sum(row => row[predicted]);

    /// <inheritdoc cref="ClassTotals.PerClass"/>
    public IReadOnlyList<ClassMetrics> PerClass(IReadOnlyList<string> names) => Totals.PerClass(names);

    /// <summary>Precision, recall and F1 of each class, the first two with intervals.</summary>
    /// <param name="names">[classes] in label order.</param>
    public IReadOnlyList<ClassFigures> Figures(IReadOnlyList<string> names)
    {
        var totals = Totals;
        return
        [
            .. totals.PerClass(names).Select((metrics, c) => new ClassFigures(
                metrics.Name,
                new Proportion(Rows[c][c], totals.PredictedAs[c]),
                new Proportion(Rows[c][c], metrics.Support),
                metrics.Support > 0 ? metrics.F1 : null)),
        ];
    }

    /// <summary>The cells off the diagonal that are not zero: most pictures first, then in reading order.</summary>
    /// <param name="names">[classes] in label order.</param>
    public IReadOnlyList<ConfusedPair> Confused(IReadOnlyList<string> names) =>
    [
        .. from truth in Enumerable.Range(0, Classes)
           let support = Support(truth)
           from predicted in Enumerable.Range(0, Classes)
           let count = Rows[truth][predicted]
           where truth != predicted && count > 0
           orderby count descending
           select new ConfusedPair(names[truth], names[predicted], new Proportion(count, support)),
    ];

    /// <summary>The pairs of classes that were taken for each other, either way: most pictures first, then in label order.</summary>
    /// <param name="names">[classes] in label order.</param>
    public IReadOnlyList<UnorderedPair> ConfusedUnordered(IReadOnlyList<string> names) =>
    [
        .. from first in Enumerable.Range(0, Classes)
           from second in Enumerable.Range(first + 1, Classes - first - 1)
           let count = Rows[first][second] + Rows[second][first]
           where count > 0
           orderby count descending
           select new UnorderedPair(
               names[first],
               names[second],
               Rows[first][second],
               Rows[second][first],
               new Proportion(count, Support(first) + Support(second))),
    ];

    private int[] SumsOfColumns()
    {
        var sums = new int[Classes];
        foreach (var row in Rows)
        {
            for (var c = 0; c < sums.Length; c++)
            {
                sums[c] += row[c];
            }
        }

        return sums;
    }
}

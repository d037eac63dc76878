namespace Glassy.Metrics;

/// <summary>Which classes are shown where there are too many to be taken in at once.</summary>
public static class ClassSelection
{
    /// <summary>Classes that can be taken in at once.</summary>
    public const int AtOnce = 25;

    /// <summary>
    /// The classes with the lowest recall, the lowest first; those without test pictures come last. All, in label order, when they are no
    /// more than that.
    /// </summary>
    /// <param name="classes">In label order.</param>
    /// <param name="most">How many, 1 or more.</param>
    public static IReadOnlyList<ClassFigures> LowestRecall(IReadOnlyList<ClassFigures> classes, int most) =>
        classes.Count <= most ? classes : [.. classes.OrderBy(row => row.Support == 0).ThenBy(row => row.Recall.Value).Take(most)];

    /// <summary>
    /// The classes of the largest numbers beside the diagonal, in label order; all when they are no more than <paramref name="most"/>.
    /// </summary>
    /// <remarks>Where fewer classes than that have any, the first of the others come with them.</remarks>
    /// <param name="matrix">[classes][classes] counts, or differences of counts: rows truth, columns prediction.</param>
    /// <param name="most">How many, 2 or more.</param>
    public static IReadOnlyList<int> OfLargestCells(IReadOnlyList<IReadOnlyList<int>> matrix, int most)
    {
        var labels = Enumerable.Range(0, matrix.Count);
        if (matrix.Count <= most)
        {
            return [.. labels];
        }

        var chosen = new SortedSet<int>();
        var cells = from truth in labels
                    from predicted in labels
                    where truth != predicted && matrix[truth][predicted] != 0
                    orderby Math.Abs(matrix[truth][predicted]) descending
                    select (truth, predicted);
        foreach (var (truth, predicted) in cells)
        {
            if (chosen.Count + (chosen.Contains(truth) ? 0 : 1) + (chosen.Contains(predicted) ? 0 : 1) > most)
            {
                continue; // a smaller number may be of classes that are there
            }

            chosen.Add(truth);
            chosen.Add(predicted);
        }

        chosen.UnionWith(labels.Where(label => !chosen.Contains(label)).Take(most - chosen.Count).ToList());
        return [.. chosen];
    }
}

using Glassy.Datasets.Folders;

namespace Glassy.Datasets.Duplicates;

/// <summary>Finds the pictures of a dataset that are there more than once: the same level by level, or nearly so.</summary>
public static class DuplicateFinder
{
    /// <summary>To be raised when it comes to another report on the same pictures.</summary>
    public const int Recipe = 1;

    /// <param name="dataset">With pictures.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The same on every machine.</returns>
    public static DuplicateReport Find(ImageDataset dataset, CancellationToken cancellationToken)
    {
        var pictures = new DatasetPictures(dataset);
        var equal = EqualPictures.Find(pictures, cancellationToken);
        var near = NearPictures.Find(pictures, equal, cancellationToken);
        var twins = Enumerable.Range(0, pictures.Count).Where(i => equal.First[equal.GroupOf[i]] != i).ToList();
        var labels = pictures.Splits.SelectMany(split => split.Images.Labels).ToArray();
        var (train, test) = (NumberOf(SplitKind.Train), NumberOf(SplitKind.Test));
        return new DuplicateReport(
            Overlaps(pictures, equal, near),
            [.. Range(pictures, test).Where(i => equal.IsIn(i, test, train)).Select(i => pictures.PlaceOf(i).Index)],
            Contradicted(equal, labels),
            PairsOf(i => pictures.SplitOf(i) != pictures.SplitOf(FirstOf(i))),
            PairsOf(i => labels[i] != labels[FirstOf(i)]),
            near?.MostAlike ?? [],
            near?.IsComplete ?? true,
            SharedGroups.Of(dataset));

        int NumberOf(SplitKind kind) => pictures.Splits.Index().First(split => split.Item.Kind == kind).Index; // these two are always there
        int FirstOf(int picture) => equal.First[equal.GroupOf[picture]];
        IReadOnlyList<PicturePair> PairsOf(Func<int, bool> isWanted) =>
            [.. twins
                .Where(isWanted)
                .Take(DuplicateReport.MostListed)
                .Select(i => new PicturePair(pictures.PlaceOf(FirstOf(i)), pictures.PlaceOf(i), 1))];
    }

    private static List<SplitOverlap> Overlaps(DatasetPictures pictures, EqualPictures equal, NearPictures? near)
    {
        var overlaps = new List<SplitOverlap>();
        for (var of = 0; of < pictures.Splits.Count; of++)
        {
            for (var inSplit = 0; inSplit <= of; inSplit++)
            {
                var others = Range(pictures, of).Where(i => !equal.IsIn(i, of, inSplit)).ToList();
                overlaps.Add(new SplitOverlap(
                    pictures.Splits[of].Kind,
                    pictures.Splits[inSplit].Kind,
                    pictures.Splits[of].Images.Count - others.Count,
                    near is null ? null : others.Count(i => near.IsIn(i, inSplit))));
            }
        }

        return overlaps;
    }

    /// <summary>How many pictures are in a group of more than one class.</summary>
    private static int Contradicted(EqualPictures equal, int[] labels)
    {
        var isContradicted = new bool[equal.First.Count];
        for (var i = 0; i < labels.Length; i++)
        {
            isContradicted[equal.GroupOf[i]] |= labels[i] != labels[equal.First[equal.GroupOf[i]]];
        }

        return equal.GroupOf.Count(group => isContradicted[group]);
    }

    /// <summary>The pictures of a split.</summary>
    private static IEnumerable<int> Range(DatasetPictures pictures, int split) =>
        Enumerable.Range(pictures.Splits.Take(split).Sum(before => before.Images.Count), pictures.Splits[split].Images.Count);
}

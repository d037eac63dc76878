namespace Glassy.Datasets;

/// <summary>
/// Holds pictures out of training, on which epochs and recipes are chosen, so that the test split need not be looked at. Which ones
/// depends on the data alone: runs of other seeds hold out the same.
/// </summary>
public static class ValidationSplit
{
    /// <summary>The dataset's own validation split where it has one, else a share of its training split.</summary>
    /// <param name="dataset">What is learned.</param>
    /// <param name="share">How much of the training split is held out, 0..1 without 1, where the dataset has no validation split.</param>
    /// <returns>What is trained on, and what is held out: null for nothing.</returns>
    public static (LabeledImages Training, LabeledImages? Validation) Of(ImageDataset dataset, double share) =>
        dataset.Validation is { } own ? (dataset.Train, own) : Of(dataset.Train, share);

    /// <summary>Takes the same share of each class, evenly spread over its pictures in their order.</summary>
    /// <param name="split">The training split.</param>
    /// <param name="share">How much of it is held out, 0..1 without 1; a class has whole pictures, so that few have fewer.</param>
    /// <returns>What is trained on, and what is held out: null for a share of 0, or when it is less than one picture of every
    /// class.</returns>
    public static (LabeledImages Training, LabeledImages? Validation) Of(LabeledImages split, double share)
    {
        var seen = new Dictionary<int, int>();
        var held = new bool[split.Count];
        for (var i = 0; i < split.Count; i++)
        {
            var place = seen[split.Labels[i]] = seen.GetValueOrDefault(split.Labels[i]) + 1;
            held[i] = Whole(place * share) > Whole((place - 1) * share);
        }

        return held.Contains(true) ? (split.Where(i => !held[i]), split.Where(i => held[i])) : (split, null);
    }

    /// <summary>How many pictures of each class are held out.</summary>
    /// <param name="dataset">What is learned.</param>
    /// <param name="share">How much of the training split is held out, 0..1 without 1, where the dataset has no validation split.</param>
    /// <returns>[classes].</returns>
    public static IReadOnlyList<int> PerClass(DatasetInfo dataset, double share) =>
        dataset.Validation?.PerClass ?? [.. dataset.Train.PerClass.Select(count => (int)Whole(count * share))];

    /// <summary>Rounds down, but not because a share such as 0.1 is not one exactly.</summary>
    private static double Whole(double pictures) => Math.Floor(pictures + 1e-9);
}

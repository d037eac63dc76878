namespace Glassy.Datasets.Duplicates;

/// <summary>
/// Which groups of pictures (a patient's, a writer's, a burst's) are on both sides of the split: who learned from one picture of a group
/// knows something of the others.
/// </summary>
/// <param name="Train">How many groups the training split has.</param>
/// <param name="Test">How many the test split has.</param>
/// <param name="Pictures">How many test pictures are of a group that both have.</param>
/// <param name="Shared">The names of these groups, in the order in which the test split has them.</param>
public sealed record SharedGroups(int Train, int Test, int Pictures, IReadOnlyList<string> Shared)
{
    /// <summary>Null when the dataset names no groups in both splits.</summary>
    public static SharedGroups? Of(ImageDataset dataset)
    {
        return GroupsOf(dataset.Train.Traits) is { } train && GroupsOf(dataset.Test.Traits) is { } test ? Of(train, test) : null;
    }

    /// <param name="train">The group of each training picture, or each group once; empty for none.</param>
    /// <param name="test">[N] the group of each test picture; empty for none.</param>
    public static SharedGroups Of(IEnumerable<string> train, IReadOnlyList<string> test)
    {
        var learned = train.Where(group => group.Length > 0).ToHashSet(StringComparer.Ordinal);
        var tested = test.Where(group => group.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return new SharedGroups(learned.Count, tested.Count, test.Count(learned.Contains), [.. tested.Where(learned.Contains)]);
    }

    /// <summary>What traits say of groups; null when they say nothing.</summary>
    public static IReadOnlyList<string>? GroupsOf(IReadOnlyList<PictureTrait> traits) =>
        traits.FirstOrDefault(trait => string.Equals(trait.Name, PictureTrait.Group, StringComparison.OrdinalIgnoreCase))?.Values;
}

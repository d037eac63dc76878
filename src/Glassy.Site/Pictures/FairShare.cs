namespace Glassy.Pictures;

/// <summary>What is shown of groups of pictures that are together too many for a page.</summary>
internal static class FairShare
{
    /// <summary>Of each group its first ones: as many of each as fit, or all of it where that is fewer.</summary>
    /// <param name="groups">The important ones first; where even one of each does not fit, the last are left out.</param>
    /// <param name="most">Pictures and groups together, 2 or more: a group has a heading, which takes as much room as a picture.</param>
    public static IReadOnlyList<IReadOnlyList<T>> Of<T>(IEnumerable<IReadOnlyList<T>> groups, int most)
    {
        List<IReadOnlyList<T>> kept = [.. groups.Take(most / 2)];
        var (fits, isTooMany) = (1, kept.Select(group => group.Count).DefaultIfEmpty(0).Max() + 1);
        while (isTooMany - fits > 1)
        {
            var each = (fits + isTooMany) / 2;
            (fits, isTooMany) = kept.Sum(group => Math.Min(group.Count, each) + 1) <= most ? (each, isTooMany) : (fits, each);
        }

        return [.. kept.Select(group => group.Count <= fits ? group : [.. group.Take(fits)])];
    }
}

using Glassy.Datasets.Duplicates;
using Glassy.Datasets.Folders;
using Glassy.Wording;
using static System.FormattableString;

namespace Glassy.Tokens;

/// <summary>What a dataset's report says of pictures that are there more than once, a sentence a matter.</summary>
public static class DuplicateSentences
{
    /// <param name="found">Of a dataset with pictures.</param>
    /// <param name="testPictures">How many the test split has.</param>
    /// <param name="words">In whose language.</param>
    public static IReadOnlyList<string> Of(DuplicateReport found, int testPictures, Words words) =>
    [
        BetweenSplits(found, testPictures, words),
        .. found.Overlaps.Where(overlap => overlap.Equal > 0 && !IsLeak(overlap)).Select(overlap => EqualOf(overlap, words)),
        .. found.Contradicted > 0 ? new[] { Counted("duplicates.two_labels", found.Contradicted, words) } : [],
        .. NearOf(found, words),
        .. GroupsOf(found, testPictures, words),
    ];

    private static bool IsLeak(SplitOverlap overlap) => (overlap.Of, overlap.In) == (SplitKind.Test, SplitKind.Train);

    /// <summary>Whether test pictures are training pictures too.</summary>
    internal static string BetweenSplits(DuplicateReport found, int testPictures, Words words) => found switch
    {
        { IsClean: true } => words["duplicates.clean"],
        { LeakedTest.Count: 0 } => words["duplicates.no_leak"],
        _ => words.Of(
            "duplicates.leaked",
            ("count", found.LeakedTest.Count),
            ("number", words.Whole(found.LeakedTest.Count)),
            ("total", words.Whole(testPictures))),
    };

    private static string EqualOf(SplitOverlap overlap, Words words) => overlap.Of == overlap.In
        ? words.Of("duplicates.inside", ("number", words.Whole(overlap.Equal)), ("split", NameOf(overlap.Of, words)))
        : words.Of(
            "duplicates.between",
            ("count", overlap.Equal),
            ("number", words.Whole(overlap.Equal)),
            ("split", NameOf(overlap.Of, words)),
            ("other", NameOf(overlap.In, words)));

    private static IEnumerable<string> NearOf(DuplicateReport found, Words words)
    {
        if (!found.HasNear)
        {
            yield return words.Of("duplicates.near_unknown", ("pixels", PictureHash.LeastSide));
            yield break;
        }

        var counts = found.Overlaps.Where(overlap => overlap.Near > 0).Select(overlap => words.Of(
            overlap.Of == overlap.In ? "duplicates.near_inside" : "duplicates.near_pair",
            ("number", words.Whole(overlap.Near!.Value)), // it is above 0
            ("split", NameOf(overlap.Of, words)),
            ("other", NameOf(overlap.In, words))));
        var pairs = string.Join("; ", counts);
        var how = words.Of(
            "duplicates.near_how",
            ("bits", DuplicateReport.NearBits),
            ("correlation", words.Figure(Invariant($"{DuplicateReport.NearCorrelation:F2}"))));
        yield return pairs.Length == 0 ? words.Of("duplicates.no_near", ("how", how))
            : words.Of(found.IsNearComplete ? "duplicates.near" : "duplicates.near_at_least", ("pairs", pairs), ("how", how));
    }

    private static IEnumerable<string> GroupsOf(DuplicateReport found, int testPictures, Words words) => found.Groups switch
    {
        null => [],
        { Shared.Count: 0 } groups => [words.Of("duplicates.groups_apart", ("groups", words.Whole(groups.Test)))],
        var groups => [LeakSentences.Groups(groups, testPictures, words)],
    };

    private static string Counted(string word, int count, Words words) => words.Of(word, ("count", count), ("number", words.Whole(count)));

    private static string NameOf(SplitKind split, Words words) => split switch
    {
        SplitKind.Train => words["duplicates.train"],
        SplitKind.Validation => words["duplicates.validation"],
        _ => words["duplicates.test"],
    };
}

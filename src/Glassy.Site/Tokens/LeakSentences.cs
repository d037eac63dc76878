using Glassy.Datasets.Duplicates;
using Glassy.Metrics;
using Glassy.Runs;
using Glassy.Theme;
using Glassy.Wording;

namespace Glassy.Tokens;

/// <summary>What an accuracy is not, when the model may know test pictures: said wherever the accuracy stands.</summary>
public static class LeakSentences
{
    /// <returns>Null when nothing is leaked, or nobody has looked.</returns>
    public static string? Of(RunResults results, Words words)
    {
        string?[] sentences =
        [
            results.Leaks is { Leaked: > 0 } leaks
                ? $"{Equal(leaks, results.Run.Foreign is not null, words)} {Others(leaks, words)}"
                : null,
            results.Duplicates?.Groups is { Shared.Count: > 0 } groups ? Groups(groups, results.Run.Dataset.Test.Count, words) : null,
        ];
        return string.Join(" ", sentences.OfType<string>()) is { Length: > 0 } text ? text : null;
    }

    /// <summary>Which groups both splits have.</summary>
    internal static string Groups(SharedGroups groups, int pictures, Words words) => words.Of(
        "leaks.groups",
        ("count", groups.Shared.Count),
        ("number", words.Whole(groups.Shared.Count)),
        ("groups", words.Whole(groups.Test)),
        ("pictures", words.Whole(groups.Pictures)),
        ("total", words.Whole(pictures)));

    private static string Equal(LeakedAccuracy leaks, bool isForeign, Words words) => words.Of(
        isForeign ? "leaks.equal_foreign" : "leaks.equal",
        ("count", leaks.Leaked),
        ("number", words.Whole(leaks.Leaked)),
        ("total", words.Whole(leaks.Total)));

    private static string Others(LeakedAccuracy leaks, Words words) => leaks.Unseen.Total == 0 ? words["leaks.none_left"] : words.Of(
        "leaks.others",
        ("accuracy", words.Figure(TemplateFunctions.Percent(leaks.Unseen.Value))),
        ("correct", words.Whole(leaks.Unseen.Successes)),
        ("total", words.Whole(leaks.Unseen.Total)),
        ("interval", words.Figure(TemplateFunctions.PercentRange(leaks.Unseen.Low, leaks.Unseen.High))));
}

using Glassy.Datasets.Duplicates;
using Glassy.Datasets.Folders;
using Glassy.Execution;
using Glassy.Runs;
using Glassy.Theme;
using Glassy.Tokens;
using Glassy.Wording;

namespace Glassy.Tests.Tokens;

public sealed class LeakSentencesTests
{
    [Fact]
    public void Nothing_is_said_where_nothing_is_leaked_or_nobody_has_looked()
    {
        Assert.Null(LeakSentences.Of(RecordedRun.Results, WordsReader.English));
        Assert.Null(LeakSentences.Of(With(new SharedGroups(2, 2, 0, [])), WordsReader.English));
    }

    [Fact]
    public void Leaked_pictures_are_counted_and_the_others_judged_alone() => Assert.Equal(
        "2 of 9 test pictures are also in the training set: the accuracy is not that of pictures never seen. "
        + "Of the others, 71.43% are right (5 of 7, 95% interval 35.89–91.78%).",
        LeakSentences.Of(With(null, 0, 3), WordsReader.English)); // 0 is right, 3 is wrong

    [Fact]
    public void One_is_one() => Assert.StartsWith(
        "1 of 9 test pictures is also in the training set:",
        LeakSentences.Of(With(null, 8), WordsReader.English),
        StringComparison.Ordinal);

    [Fact]
    public void When_all_are_leaked_none_is_left() => Assert.Equal(
        "9 of 9 test pictures are also in the training set: the accuracy is not that of pictures never seen. No other is left to judge by.",
        LeakSentences.Of(With(null, [.. Enumerable.Range(0, 9)]), WordsReader.English));

    [Fact]
    public void Of_another_programs_model_nobody_knows_what_it_learned_from()
    {
        var results = With(null, 0) with
        {
            Run = RecordedRun.Run with { Foreign = new ForeignOrigin("p.csv", null, false, null, null, null) }
        };

        Assert.StartsWith(
            "1 of 9 test pictures is also in the dataset's training set: if the model learned from it, the accuracy is not",
            LeakSentences.Of(results, WordsReader.English),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_on_both_sides_are_said_with_their_pictures() => Assert.Equal(
        "2 of 5 groups of the test split are also in the training split, with 4 of 9 test pictures: who learned from one picture of a group knows something of the others.",
        LeakSentences.Of(With(new SharedGroups(7, 5, 4, ["ann", "bob"])), WordsReader.English));

    [Fact]
    public void It_is_said_in_German_too() => Assert.Equal(
        "1 von 9 Testbildern ist auch im Trainingsteil: Die Genauigkeit ist nicht die auf nie gesehenen Bildern. "
        + "Von den übrigen sind 75,00\u00a0% richtig (6 von 8, 95-%-Intervall 40,93–92,85\u00a0%).",
        LeakSentences.Of(With(null, 3), German));

    [Fact]
    public void Tokens_tell_how_many_are_leaked_and_have_no_value_where_nobody_has_looked()
    {
        var (unknown, clean, leaked) = (
            TokensOf(RecordedRun.Results), TokensOf(With(null)), TokensOf(With(new SharedGroups(1, 2, 3, ["a"]), 0, 3)));

        Assert.Equal((null, null, null, null), (unknown.Leaks, unknown.LeaksFound, unknown.UnseenAccuracy, unknown.SharedGroups));
        Assert.Equal((0, null, 6.0 / 9, 9), (clean.Leaks, clean.LeaksFound, clean.UnseenAccuracy, clean.UnseenTotal));
        Assert.Equal(
            (2, 5.0 / 7, "35.89–91.78%", 7, 1),
            (leaked.Leaks, leaked.UnseenAccuracy, leaked.UnseenAccuracyInterval, leaked.UnseenTotal, leaked.SharedGroups));
        Assert.StartsWith("2 of 9 test pictures", leaked.LeaksFound, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_were_never_seen_by_a_model_that_was_trained_here_and_was_looked_at()
    {
        var clean = With(null);
        var foreign = clean with { Run = clean.Run with { Foreign = new ForeignOrigin("p.csv", null, false, null, null, null) } };

        Assert.True(TokensOf(clean).NeverSeen);
        Assert.All(
            new[] { RecordedRun.Results, With(null, 0, 3), With(new SharedGroups(1, 2, 3, ["a"])), foreign },
            results => Assert.False(TokensOf(results).NeverSeen));
    }

    [Theory]
    [InlineData(null, "failed", "passed")]
    [InlineData(0, "passed", "failed")]
    [InlineData(2, "failed", "passed")]
    public void Prose_can_ask(int? leaked, string isClean, string isNot)
    {
        var theme = new ScribanTheme(new ProjectFolder(Path.GetTempPath()), new ThemeFiles([]));
        var results = leaked is { } count ? With(null, [.. Enumerable.Range(0, count)]) : RecordedRun.Results;
        var tokens = TokenModel.Of(results, new SiteTokens("T", "", null, null));

        Assert.Equal(isClean, theme.Evaluate("(report.leaks == 0) ? 'passed' : 'failed'", tokens));
        Assert.Equal(isNot, theme.Evaluate("(report.leaks != 0) ? 'passed' : 'failed'", tokens));
        Assert.Equal(leaked > 0 ? "passed" : "failed", theme.Evaluate("(report.leaks_found) ? 'passed' : 'failed'", tokens));
    }

    [Fact]
    public void What_is_found_in_a_dataset_is_a_sentence_a_matter()
    {
        var found = new DuplicateReport(
            [
                new SplitOverlap(SplitKind.Train, SplitKind.Train, 6, 4),
                new SplitOverlap(SplitKind.Validation, SplitKind.Train, 1, 0),
                new SplitOverlap(SplitKind.Test, SplitKind.Train, 2, 3),
            ],
            [0, 3], 5, [], [], [], IsNearComplete: false, new SharedGroups(3, 4, 0, []));

        Assert.Equal(
            [
                "2 of 9 test pictures are training pictures too.",
                "6 pictures of the training split occur there more than once.",
                "1 picture of the validation split is in the training split too.",
                "5 pictures are equal to one with another label.",
                "Nearly alike, at least: 4 of the training split among themselves; 3 of the test split with some of the training split "
                + "(perceptual hashes differ in at most 6 of 64 bits, levels correlate by 0.99 or more; plain shapes may do so by accident, and pictures that were shifted or turned do not).",
                "None of the 4 groups of the test split is in the training split.",
            ],
            DuplicateSentences.Of(found, 9, WordsReader.English));
        Assert.All(DuplicateSentences.Of(found, 9, German), sentence => Assert.DoesNotContain(" the ", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void A_clean_dataset_of_small_pictures_says_what_was_not_looked_for() => Assert.Equal(
        ["No picture occurs twice between the splits.", "Pictures that are nearly alike were not looked for: that takes 9 pixels a side."],
        DuplicateSentences.Of(
            new DuplicateReport([new SplitOverlap(SplitKind.Test, SplitKind.Train, 0, null)], [], 0, [], [], [], true, null),
            9,
            WordsReader.English));

    private static Words German { get; } = new WordsReader(
        new ProjectFolder(RepositoryRoot.Path), ThemeFiles.Of(new ProjectFolder(RepositoryRoot.Path)).Folders).Read("de");

    private static RunResults With(SharedGroups? groups, params int[] leaked) =>
        RecordedRun.Results with { Duplicates = new DuplicateReport([], leaked, 0, [], [], [], true, groups) };

    private static ReportTokens TokensOf(RunResults results) => ReportTokens.Of(results, WordsReader.English);
}

using Glassy.Metrics;
using Glassy.Tokens;
using Glassy.Wording;

namespace Glassy.Tests.Tokens;

public sealed class ReportSentencesTests
{
    [Theory]
    [InlineData("2,0,0;0,2,0;0,0,2", "Every test picture was read right.")]
    [InlineData("1,1,0;0,2,0;0,0,2", "F1 is lowest for a, 66.67%. The commonest mistake is to take a for b: once.")]
    [InlineData("4,0,0;3,1,0;0,2,2", "F1 is lowest for b, 28.57%. The commonest mistake is to take b for a: 3 times.")]
    [InlineData("10000,1;2,10000", "F1 is lowest for a and b, 99.99%. The commonest mistake is to take b for a: 2 times.")] // written alike
    [InlineData("1,1;1,1", "F1 is lowest for a and b, 50.00%. The commonest mistakes are to take a for b and b for a: once each.")]
    [InlineData(
        "0,2,0;0,0,2;2,0,0",
        "F1 is lowest for a, b and c, 0.00%. The commonest mistakes are to take a for b, b for c and c for a: 2 times each.")]
    [InlineData("0,1,0,0;0,0,1,0;0,0,0,1;1,0,0,0", "F1 is lowest for 4 classes, 0.00%. 4 mistakes are the commonest: once each.")]
    [InlineData("2,0,0;2,0,0;0,0,0", "F1 is lowest for b, 0.00%. The commonest mistake is to take b for a: 2 times.")] // c has no pictures
    public void The_weakest_and_the_commonest_are_named_also_where_several_are_alike(string matrix, string expected) =>
        Assert.Equal(expected, Of(matrix).Findings());

    [Theory]
    [InlineData("2,0;0,2", "Recall is 100.00% for every class.")]
    [InlineData("2,2,0;0,2,0;0,0,2", "Recall is lowest for a, 50.00%, and highest for b and c, 100.00%.")]
    [InlineData("1,1,0;2,2,0;0,0,0", "Recall is 50.00% for every class.")] // of those that there are pictures of
    public void Recall_is_told_of_the_lowest_and_the_highest(string matrix, string expected) => Assert.Equal(expected, Of(matrix).Recall());

    [Theory]
    [InlineData("2,0;0,2", "No two classes are taken for each other.")]
    [InlineData(
        "8,0,0;2,8,0;0,0,1",
        "No two classes are confused more often than a and b: 2 times, which is 11.11% of the pictures of both, and each time b is taken for a.")]
    [InlineData(
        "7,1,0;3,5,0;0,0,1",
        "a and b are taken for each other more often than any other two classes: 4 times, which is 25.00% of the pictures of both. a is taken for b once, b for a 3 times.")]
    [InlineData("1,1,0;0,1,1;0,0,1", "These pairs of classes are confused most often, once each: a and b; b and c.")]
    [InlineData("0,1,0,0;0,0,1,0;0,0,0,1;1,0,0,0", "4 pairs of classes are confused most often: once each.")]
    public void A_confused_pair_is_told_with_its_direction(string matrix, string expected) =>
        Assert.Equal(expected, Of(matrix).Confusion());

    [Theory]
    [InlineData(100, 90, 0.9f, "As far as these pictures can tell, it is: its one bin of 30 answers or more is right as often as it said.")]
    [InlineData(
        100,
        60,
        0.9f,
        "Not everywhere: of the 100 answers given with 86.67–93.33% confidence, 60.00% were right (95% interval 50.20–69.06%). Of the bins with 30 answers or more 1 of 1 miss what was said; this one is furthest off.")]
    [InlineData(
        100,
        95,
        0.65f,
        "Not everywhere: of the 100 answers given with only 60.00–66.67% confidence, 95.00% were right (95% interval 88.82–97.85%). Of the bins with 30 answers or more 1 of 1 miss what was said; this one is furthest off.")]
    [InlineData(29, 0, 0.9f, null)]
    public void Calibration_is_answered_by_the_bin_that_is_furthest_off(int answers, int right, float said, string? expected)
    {
        float[] scores = [MathF.Log(said), MathF.Log(1 - said)];
        var predictions = Enumerable.Range(0, answers).Select(i => new Prediction(i, i < right ? 0 : 1, 0, scores)).ToList();

        Assert.Equal(expected, new ReportSentences(EvaluationReport.From(["a", "b"], predictions), WordsReader.English).Calibration());
    }

    [Fact]
    public void Of_answers_alone_calibration_says_nothing() =>
        Assert.Null(new ReportSentences(
            EvaluationReport.From(["a", "b"], [.. Enumerable.Range(0, 100).Select(i => new Prediction(i, 0, 0, []))]),
            WordsReader.English).Calibration());

    [Fact]
    public void Tokens_of_a_model_without_mistakes_have_sentences_all_the_same()
    {
        var results = RecordedRun.Results with { Report = ReportOf("4,0,0;0,3,0;0,0,2") };
        var tokens = ReportTokens.Of(results, WordsReader.English);

        Assert.Equal(
            ("Every test picture was read right.", "Recall is 100.00% for every class.", "No two classes are taken for each other."),
            (tokens.Findings, tokens.Recall, tokens.Confusion));
    }

    private static ReportSentences Of(string matrix) => new(ReportOf(matrix), WordsReader.English);

    private static EvaluationReport ReportOf(string matrix)
    {
        var rows = matrix.Split(';').Select(row => row.Split(',').Select(int.Parse).ToArray()).ToArray();
        string[] names = [.. Enumerable.Range(0, rows.Length).Select(c => $"{(char)('a' + c)}")];
        var pairs =
            from truth in Enumerable.Range(0, rows.Length)
            from predicted in Enumerable.Range(0, rows.Length)
            from _ in Enumerable.Range(0, rows[truth][predicted])
            select (truth, predicted);
        return EvaluationReport.From(
            names,
            [.. pairs.Select((pair, i) =>
                new Prediction(i, pair.truth, pair.predicted, [.. names.Select((_, c) => c == pair.predicted ? -0.1f : -4f)]))]);
    }
}

using Glassy.Components.Binding;
using Glassy.Components.Figures;
using Glassy.Metrics;
using Glassy.Runs;

namespace Glassy.Tests.Components.Figures;

public sealed class ThresholdCurvesTests
{
    private static readonly Prediction[] Mail = [Of(0, 1, 0.9), Of(1, 1, 0.4), Of(2, 0, 0.6), Of(3, 0, 0.1)];

    [Fact]
    public void Of_two_classes_the_second_is_told_from_the_first_and_the_more_probable_is_a_threshold_of_a_half()
    {
        var model = ModelOf("<ThresholdCurves />", Mail, ["ham", "spam"]);

        Assert.Equal(("spam", 0.75, "0.5"), (model.Curve.Class, model.Curve.Auc.Value, model.Threshold));
        Assert.Equal((new Proportion(1, 2), new Proportion(1, 2)), (model.Curve.Used.Found, model.Curve.Used.FalseAlarms));
    }

    [Fact]
    public void What_comes_of_a_threshold_between_two_probabilities_is_what_comes_of_the_higher()
    {
        var rows = ModelOf("<ThresholdCurves />", Mail, ["ham", "spam"]).Rows;

        Assert.Equal([0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95], rows.Select(row => row.Threshold));
        Assert.Equal([2, 2, 2, 1, 1, 1, 0], rows.Select(row => row.Found.Successes));
        Assert.Equal([2, 1, 1, 1, 0, 0, 0], rows.Select(row => row.FalseAlarms.Successes));
    }

    [Fact]
    public void Another_threshold_than_a_half_is_said_to_lie_between_two_probabilities()
    {
        Prediction[] careful = [.. Mail.Select(mail => mail with { Predicted = mail.Index == 0 ? 1 : 0 })];

        Assert.Equal("between 0.600 and 0.900", ModelOf("<ThresholdCurves of=\"spam\" />", careful, ["ham", "spam"]).Threshold);
    }

    [Fact]
    public void The_curves_go_from_corner_to_corner_and_a_dot_is_what_was_used()
    {
        var model = ModelOf("<ThresholdCurves />", Mail, ["ham", "spam"]);

        Assert.Contains("<path d=\"M44 266L44 146L214 146L214 26L384 26\" fill=\"none\"", model.Roc.Value, StringComparison.Ordinal);
        Assert.Contains("<circle cx=\"214\" cy=\"146\" r=\"4\" class=\"plot-wrong\"/>", model.Roc.Value, StringComparison.Ordinal);
        Assert.Contains(
            "<path d=\"M44 26L214 26L214 146L214 106L384 106L384 146\" fill=\"none\"",
            model.PrecisionRecall.Value,
            StringComparison.Ordinal);
        Assert.Contains(
            "<circle cx=\"214\" cy=\"146\" r=\"4\" class=\"plot-wrong\"/>", model.PrecisionRecall.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<ThresholdCurves />", "<ThresholdCurves>: `of` names the class that is told from the others, expected one of the 3")]
    [InlineData("<ThresholdCurves of=\"cta\" />", "the dataset `pets` has no class `cta`; did you mean `cat`? known: cat, dog, big fish")]
    public void Of_more_than_two_classes_one_has_to_be_named(string page, string expected) =>
        Assert.EndsWith(expected, Assert.Single(new SiteFixture(page, RecordedRun.Site).Problems), StringComparison.Ordinal);

    [Fact]
    public void Without_probabilities_or_without_both_kinds_it_says_so()
    {
        Assert.Contains(
            "what comes of other thresholds cannot be seen",
            TextOf([.. Mail.Select(mail => mail with { LogProbabilities = [] })]),
            StringComparison.Ordinal);
        Assert.Contains("there is nothing to tell apart", TextOf(Mail[..2]), StringComparison.Ordinal);

        static string TextOf(Prediction[] predictions) =>
            new SiteFixture("<ThresholdCurves />", SiteOf(predictions, ["ham", "spam"])).Templates.Model<Absent>().Text;
    }

    private static ThresholdCurves.Model ModelOf(string page, Prediction[] predictions, IReadOnlyList<string> classes) =>
        new SiteFixture(page, SiteOf(predictions, classes)).Templates.Model<ThresholdCurves.Model>();

    private static ComponentSite SiteOf(Prediction[] predictions, IReadOnlyList<string> classes)
    {
        var report = EvaluationReport.From(classes, predictions);
        var run = RecordedRun.Run with
        {
            Dataset = RecordedRun.Run.Dataset with { Classes = classes },
            Confusion = report.Confusion.Rows,
            Metrics = RunMetrics.Of(report),
            PerClass = report.PerClass,
        };
        return RecordedRun.Site with { Run = run, Predictions = predictions, Results = RunResults.Of(run, predictions) };
    }

    private static Prediction Of(int index, int label, double spam) =>
        new(index, label, spam > 0.5 ? 1 : 0, [(float)Math.Log(1 - spam), (float)Math.Log(spam)]);
}

using CsCheck;
using Glassy.Metrics;

namespace Glassy.Tests.Metrics;

public sealed class EvaluationReportTests
{
    private static readonly EvaluationReport Report =
        EvaluationReport.From(HandWorkedMatrix.Classes, HandWorkedMatrix.Predictions);

    [Fact]
    public void Figures_are_those_worked_out_by_hand()
    {
        Assert.Equal(0.9717, Report.Accuracy, 12);
        Assert.Equal((9717, 283, 10000), (Report.Correct, Report.Wrong, Report.Total));
        Assert.Equal(0.971828, Report.Macro.Precision, 6);
        Assert.Equal(0.971431, Report.Macro.Recall, 6);
        Assert.Equal(0.971566, Report.Macro.F1, 6);
        Assert.Equal(0.971675, Report.Weighted.F1, 6);
        Assert.Equal(Report.Accuracy, Report.Weighted.Recall, 12); // the same by definition
    }

    [Fact]
    public void A_class_has_the_precision_recall_and_F1_of_its_row_and_column()
    {
        var five = Report.PerClass[5];
        Assert.Equal(("5", 892), (five.Name, five.Support));
        Assert.Equal(859.0 / 875, five.Precision, 12);
        Assert.Equal(859.0 / 892, five.Recall, 12);
        Assert.Equal(2 * 859.0 / (875 + 892), five.F1, 12);
    }

    [Fact]
    public void The_worst_confusions_come_first_and_equals_in_reading_order()
    {
        var pairs = Report.Confusion.Confused(HandWorkedMatrix.Classes);
        Assert.Equal(["5→3 18", "9→4 15", "2→3 11", "7→1 11"], pairs.Take(4).Select(pair => $"{pair.Truth}→{pair.Predicted} {pair.Count}"));
        Assert.Equal(283, pairs.Sum(pair => pair.Count));
    }

    [Fact]
    public void A_pair_has_its_rate_of_the_true_class_and_an_unordered_one_of_both()
    {
        Assert.Equal(new Proportion(18, 892), Report.ConfusedPairs[0].Rate);
        Assert.Equal(
            ["3↔5 24", "4↔9 20", "2↔3 18"], Report.UnorderedPairs.Take(3).Select(pair => $"{pair.First}↔{pair.Second} {pair.Count}"));
        Assert.Equal(
            (6, 18, new Proportion(24, 1010 + 892)),
            (Report.UnorderedPairs[0].FirstAsSecond, Report.UnorderedPairs[0].SecondAsFirst, Report.UnorderedPairs[0].Rate));
    }

    [Fact]
    public void A_class_has_intervals_about_its_precision_and_recall()
    {
        var five = Report.Classes[5];
        Assert.Equal((new Proportion(859, 875), new Proportion(859, 892), 892), (five.Precision, five.Recall, five.Support));
        Assert.Equal(Report.PerClass[5].F1, five.F1);
    }

    [Fact]
    public void A_class_without_pictures_has_no_part_in_the_macro_means()
    {
        Prediction[] predictions = [new(0, 0, 0, [0, -90, -90]), new(1, 1, 0, [0, -90, -90])];
        var report = EvaluationReport.From(["a", "b", "unseen"], predictions);
        Assert.Equal(new ClassMetrics("unseen", 0, 0, 0, 0), report.PerClass[2]);
        Assert.Equal(new ClassFigures("unseen", new Proportion(0, 0), new Proportion(0, 0), null), report.Classes[2]);

        // a: precision 1/2, recall 1, F1 2/3; b: 0, 0, 0.
        Assert.Equal(2, report.TestedClasses);
        Assert.Equal(0.25, report.Macro.Precision, 12);
        Assert.Equal(0.5, report.Macro.Recall, 12);
        Assert.Equal(1.0 / 3, report.Macro.F1, 12);
    }

    [Fact]
    public void For_any_predictions_rows_sum_to_supports_and_the_trace_gives_the_accuracy() =>
        Gen.Int[2, 6].SelectMany(classes => Gen.Select(Gen.Int[0, classes - 1], Gen.Int[0, classes - 1]).Array[1, 60]
            .Select(pairs => (classes, pairs))).Sample(sample =>
        {
            var counts = ConfusionCounts.From(sample.classes, sample.pairs);
            var names = Enumerable.Range(0, sample.classes).Select(c => $"{c}").ToArray();
            var perClass = counts.PerClass(names);
            var right = sample.pairs.Count(pair => pair.Item1 == pair.Item2);

            Assert.Equal(sample.pairs.Length, counts.Total);
            Assert.Equal((double)right / sample.pairs.Length, counts.Accuracy, 12);
            Assert.Equal(sample.pairs.Length, perClass.Sum(metrics => metrics.Support));
            Assert.Equal(counts.Accuracy, AverageMetrics.Weighted(perClass).Recall, 12);
            Assert.Equal(counts.Total - counts.Correct, counts.Confused(names).Sum(pair => pair.Count));
            for (var c = 0; c < sample.classes; c++)
            {
                Assert.Equal(sample.pairs.Count(pair => pair.Item1 == c), counts.Support(c));
                Assert.Equal(sample.pairs.Count(pair => pair.Item2 == c), counts.PredictedAs(c));
                var (p, r) = (perClass[c].Precision, perClass[c].Recall);
                Assert.Equal(p + r == 0 ? 0 : 2 * p * r / (p + r), perClass[c].F1, 12);
            }
        });
}

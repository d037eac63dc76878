using Glassy.Comparison;
using Glassy.Foreign;
using Glassy.Metrics;

namespace Glassy.Checks;

/// <summary>Checks of what the figures can bear.</summary>
internal static class FigureChecks
{
    /// <summary>An accuracy whose interval is wider says little: a model two points better is not told apart.</summary>
    private const double WidestInterval = 0.05;

    /// <summary>A recall whose interval is wider is a guess.</summary>
    private const double WidestRecall = 0.2;

    /// <summary>More doubted labels than this weigh more than what good models differ by.</summary>
    private const double MostDoubted = 0.01;

    public static CheckOutcome Baseline(CheckedRun run)
    {
        var baseline = run.Run.Dataset.Test.Baseline;
        return run.Results.AccuracyInterval is not { } interval
            ? CheckOutcome.NotKnown("not_drawn")
            : CheckOutcome.Found(
                interval.Low <= baseline,
                CheckValue.Share("accuracy", run.Results.Report.Accuracy),
                CheckValue.Share("low", interval.Low),
                CheckValue.Share("high", interval.High),
                CheckValue.Share("baseline", baseline));
    }

    public static CheckOutcome FewPictures(CheckedRun run) => run.Results.AccuracyInterval is not { } interval
        ? CheckOutcome.NotKnown("not_drawn")
        : CheckOutcome.Found(
            interval.High - interval.Low > WidestInterval,
            CheckValue.Count("total", run.Results.Report.Total),
            CheckValue.Share("width", interval.High - interval.Low),
            CheckValue.Share("widest", WidestInterval));

    public static CheckOutcome SmallClasses(CheckedRun run)
    {
        var tested = run.Results.Report.Classes.Where(figures => figures.Support > 0).ToList();
        var widest = tested.MaxBy(WidthOf)!; // a run has test pictures
        return CheckOutcome.Found(
            WidthOf(widest) > WidestRecall,
            CheckValue.Count("number", tested.Count(figures => WidthOf(figures) > WidestRecall)), CheckValue.Count("total", tested.Count),
            CheckValue.Called("class", widest.Name),
            CheckValue.Count("pictures", widest.Support),
            CheckValue.Share("width", WidthOf(widest)),
            CheckValue.Share("widest", WidestRecall));
    }

    public static CheckOutcome DoubtedLabels(CheckedRun run)
    {
        var total = run.Results.Report.Total;
        return run.Results.Notes is not { Notes.Count: var doubted }
            ? CheckOutcome.NotKnown("not_doubted")
            : CheckOutcome.Found(
                doubted > MostDoubted * total,
                CheckValue.Count("number", doubted),
                CheckValue.Count("total", total),
                CheckValue.Share("most", MostDoubted));
    }

    public static CheckOutcome Calibrated(CheckedRun run)
    {
        if (run.Results.Report.Probabilities is not { EqualWidth: var diagram })
        {
            return CheckOutcome.NotKnown("not_probable");
        }

        return run.Results.Intervals.FirstOrDefault(interval => interval.Name == SampledFigures.EqualWidthCalibrationError.Name) is not { Interval: var interval }
            ? CheckOutcome.NotKnown("not_drawn")
            : CheckOutcome.Found(
                interval.Low > 0,
                CheckValue.Share("error", diagram.ExpectedCalibrationError),
                CheckValue.Share("low", interval.Low),
                CheckValue.Share("high", interval.High));
    }

    public static CheckOutcome NeverAnswered(CheckedRun run)
    {
        var tested = run.Results.Report.Classes.Where(figures => figures.Support > 0).ToList();
        var never = tested.Count(figures => figures.Precision.Total == 0);
        return CheckOutcome.Found(never > 0, CheckValue.Count("number", never), CheckValue.Count("total", tested.Count));
    }

    public static CheckOutcome ZeroProbability(CheckedRun run)
    {
        var predictions = run.Results.Predictions;
        if (run.Results.Report.Probabilities is null)
        {
            return CheckOutcome.NotKnown("not_probable");
        }

        var zero = predictions.Count(prediction => prediction.LogProbabilities[prediction.Label] <= ScoreRow.Least);
        return CheckOutcome.Found(zero > 0, CheckValue.Count("number", zero), CheckValue.Count("total", predictions.Count));
    }

    private static double WidthOf(ClassFigures figures) => figures.Recall.High - figures.Recall.Low;
}

using Glassy.Components.Binding;
using Glassy.Components.Pictures;
using Glassy.Metrics;
using Glassy.Sources;

namespace Glassy.Components.Figures;

/// <summary>
/// One class told from all others by its probability, at every threshold: its ROC and precision–recall curves, and what was used:
/// <c>&lt;ThresholdCurves of="spam" /&gt;</c>.
/// </summary>
public sealed class ThresholdCurves() : Component<ThresholdCurves.Call>("ThresholdCurves")
{
    private static readonly double[] Listed = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

    /// <param name="Of">The class, by its name or else its folder's; of two classes the second when absent.</param>
    public sealed record Call(Located<string>? Of = null);

    /// <param name="Curve">The figures.</param>
    /// <param name="Threshold">Where the answers change, as text; null where they are those of no threshold.</param>
    /// <param name="Roc">Found by false alarms.</param>
    /// <param name="PrecisionRecall">Precision by found.</param>
    /// <param name="Rows">What comes of some thresholds, ascending.</param>
    public sealed record Model(
        ThresholdCurve Curve,
        string? Threshold,
        RawHtml Roc,
        RawHtml PrecisionRecall,
        IReadOnlyList<ThresholdPoint> Rows);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site is not { Run: { Dataset.Classes: var classes } run })
        {
            return FailWithoutRun(call, context);
        }

        if (attributes.Of is null && classes.Count != 2)
        {
            return Fail(call, context, $"`of` names the class that is told from the others, expected one of the {classes.Count}");
        }

        if ((attributes.Of is null ? 1 : PictureChoice.ClassOf(attributes.Of, run, context)) is not { } label)
        {
            return null;
        }

        return ThresholdCurve.Of(context.Site.Predictions, label, classes[label]) is { } curve
            ? new Model(
                curve,
                ThresholdOf(curve, context),
                ThresholdCurvesSvg.Roc(curve, context.Words),
                ThresholdCurvesSvg.PrecisionRecall(curve, context.Words),
                [.. Listed.Select(at => PointAt(curve, at))])
            : Without(
                context, context.Site.Predictions.All(prediction => prediction.HasProbabilities) ? "absent.both_kinds" : "absent.curves");
    }

    /// <summary>
    /// A half where that may have been it, as for the more probable of two classes; else the two probabilities between which it lies.
    /// </summary>
    private static string? ThresholdOf(ThresholdCurve curve, ComponentContext context) => curve.UsedThreshold switch
    {
        null => null,
        { Low: <= 0.5, High: >= 0.5 } => context.Words.Figure("0.5"),
        var between => context.Words.Of("curves.between", ("low", Short(between.Low, context)), ("high", Short(between.High, context))),
    };

    private static string Short(double probability, ComponentContext context) =>
        context.Words.Figure(FormattableString.Invariant($"{probability:0.000}"));

    /// <summary>What comes of a threshold that need not be a probability that occurs.</summary>
    private static ThresholdPoint PointAt(ThresholdCurve curve, double threshold) =>
        curve.Points.Last(point => point.Threshold >= threshold) with { Threshold = threshold };
}

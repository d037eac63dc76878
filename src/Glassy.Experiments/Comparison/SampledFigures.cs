using System.Globalization;
using Glassy.Metrics;

namespace Glassy.Comparison;

/// <summary>
/// The figures of an <see cref="EvaluationReport"/>, for samples; of the sample that has each picture once they are the report's.
/// </summary>
public static class SampledFigures
{
    public static SampledFigure Accuracy { get; } = new(FigureInterval.Accuracy, sample => sample.Totals.Accuracy);

    public static SampledFigure MacroPrecision { get; } = new("macro.precision", sample => sample.Macro.Precision);

    public static SampledFigure MacroRecall { get; } = new("macro.recall", sample => sample.Macro.Recall);

    public static SampledFigure MacroF1 { get; } = new("macro.f1", sample => sample.Macro.F1);

    public static SampledFigure WeightedPrecision { get; } = new("weighted.precision", sample => sample.Weighted.Precision);

    public static SampledFigure WeightedF1 { get; } = new("weighted.f1", sample => sample.Weighted.F1);

    public static SampledFigure Kappa { get; } = new("cohenKappa", sample => Agreement.CohenKappa(sample.Totals));

    public static SampledFigure Mcc { get; } = new("matthewsCorrelation", sample => Agreement.MatthewsCorrelation(sample.Totals));

    public static SampledFigure LogLoss { get; } = new("logLoss", sample => sample.LogLoss, NeedsProbabilities: true);

    public static SampledFigure Brier { get; } = new("brierScore", sample => sample.Brier, NeedsProbabilities: true);

    public static SampledFigure EqualWidthCalibrationError { get; } =
        new(
            "calibration.equalWidth.expectedCalibrationError",
            sample => sample.EqualWidthCalibrationError,
            NeedsProbabilities: true,
            GrowsWithNoise: true);

    public static SampledFigure EqualMassCalibrationError { get; } =
        new(
            "calibration.equalMass.expectedCalibrationError",
            sample => sample.EqualMassCalibrationError,
            NeedsProbabilities: true,
            GrowsWithNoise: true);

    /// <summary>Those that are not a share of the pictures right; weighted recall is the accuracy.</summary>
    public static IReadOnlyList<SampledFigure> BesidesShares { get; } =
    [
        MacroPrecision, MacroRecall, MacroF1, WeightedPrecision, WeightedF1, Kappa, Mcc, LogLoss, Brier,
        EqualWidthCalibrationError, EqualMassCalibrationError,
    ];

    /// <summary>The figures whose intervals are drawn.</summary>
    /// <param name="report">Of the run's own predictions.</param>
    /// <param name="areGrouped">Whether pictures come in groups, so that a formula for independent ones does not hold for the shares of all
    /// pictures either.</param>
    public static IReadOnlyList<SampledFigure> Drawn(EvaluationReport report, bool areGrouped)
    {
        IReadOnlyList<TopKAccuracy> tops = report.Probabilities?.TopK ?? [];
        return
        [
            .. areGrouped ? [Accuracy, .. tops.Select((top, i) => TopK(i, top.K))] : Array.Empty<SampledFigure>(),
            .. BesidesShares.Where(figure => !figure.NeedsProbabilities || report.Probabilities is not null),
        ];
    }

    private static SampledFigure TopK(int place, int k) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"topK.{place}.accuracy"),
            sample => sample.ShareWithin(k),
            NeedsProbabilities: true);
}

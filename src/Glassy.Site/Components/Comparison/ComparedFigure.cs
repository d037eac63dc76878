using Glassy.Comparison;
using Glassy.Theme;
using Glassy.Wording;

namespace Glassy.Components.Comparison;

/// <summary>A figure of two runs, as it is shown.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="A">Of the first run.</param>
/// <param name="B">Of the second run.</param>
/// <param name="Difference">The second minus the first, with a sign; of shares in percentage points.</param>
/// <param name="Interval">95 % of that difference.</param>
/// <param name="Leans"><c>better</c>, <c>worse</c>, or <c>open</c> where the interval holds 0.</param>
public sealed record ComparedFigure(string Name, string A, string B, string Difference, string Interval, string Leans)
{
    private const string Digits = "0.0000";

    /// <summary>
    /// The figures that are shown, by their name in <c>results.json</c>: what they are called, whether they are shares, and whether more is
    /// better.
    /// </summary>
    private static readonly Dictionary<string, (string Word, bool IsShare, bool MoreIsBetter)> Shown = new()
    {
        ["accuracy"] = ("figures.accuracy", true, true),
        ["macro.precision"] = ("figures.macro_precision", true, true),
        ["macro.recall"] = ("figures.macro_recall", true, true),
        ["macro.f1"] = ("figures.macro_f1", true, true),
        ["weighted.f1"] = ("figures.weighted_f1", true, true),
        ["cohenKappa"] = ("figures.kappa", false, true),
        ["matthewsCorrelation"] = ("figures.mcc", false, true),
        ["logLoss"] = ("figures.log_loss", false, false),
        ["brierScore"] = ("figures.brier", false, false),
        ["calibration.equalWidth.expectedCalibrationError"] = ("figures.ece", true, false),
        ["calibration.equalMass.expectedCalibrationError"] = ("figures.ece_mass", true, false),
    };

    /// <summary>Those of a comparison that have a name in words, in its order.</summary>
    public static IReadOnlyList<ComparedFigure> AllOf(RunComparison comparison, Words words) =>
        [.. comparison.Figures.Where(figure => Shown.ContainsKey(figure.Name)).Select(figure => Of(figure, words))];

    private static ComparedFigure Of(FigureDifference figure, Words words)
    {
        var (word, isShare, moreIsBetter) = Shown[figure.Name];
        var (low, high) = (figure.Interval.Low, figure.Interval.High);
        return new ComparedFigure(
            words[word],
            Value(figure.A),
            Value(figure.B),
            Signed(figure.Difference),
            $"{Signed(low)} … {Signed(high)}",
            low > 0 == moreIsBetter && (low > 0 || high < 0) ? "better" : low > 0 || high < 0 ? "worse" : "open");

        string Value(double value) => words.Figure(isShare ? TemplateFunctions.Percent(value) : TemplateFunctions.Number(value, 4));

        string Signed(double value) => isShare ? DifferenceText.Points(value, words) : DifferenceText.Signed(value, Digits, words);
    }
}

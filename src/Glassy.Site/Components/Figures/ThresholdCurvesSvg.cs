using Glassy.Metrics;
using Glassy.Sources;
using Glassy.Theme;
using Glassy.Wording;
using static System.FormattableString;

namespace Glassy.Components.Figures;

/// <summary>
/// A receiver operating characteristic (Fawcett 2006), and precision by recall (Davis and Goadrich 2006); a dot is what was used.
/// </summary>
public static class ThresholdCurvesSvg
{
    private const double Left = 44;
    private const double Top = 26;
    private const double Side = 340;
    private const double Height = 240;

    /// <summary>Found by false alarms; the dashed diagonal is chance.</summary>
    public static RawHtml Roc(ThresholdCurve curve, Words words)
    {
        var plot = Begin(
            words.Of("curves.roc_alt", ("class", curve.Class), ("area", Percent(curve.Auc.Value, words))),
            words["curves.found"],
            words["curves.alarms"],
            words);
        plot.Line(X(0), Y(0), X(1), Y(1), "stroke-dasharray=\"4 3\"");
        plot.Path(
            curve.Points.Select(point => (X(point.FalseAlarms.Value), Y(point.Found.Value))), "class=\"plot-right\" stroke-width=\"2\"");
        plot.Dot(X(curve.Used.FalseAlarms.Value), Y(curve.Used.Found.Value), "class=\"plot-wrong\"");
        return plot.Close();
    }

    /// <summary>Precision by found, in steps; the dashed line is the share of the class, which is chance.</summary>
    public static RawHtml PrecisionRecall(ThresholdCurve curve, Words words)
    {
        var plot = Begin(
            words.Of("curves.precision_alt", ("class", curve.Class), ("average", Percent(curve.AveragePrecision.Value, words))),
            words["column.precision"],
            words["curves.found"],
            words);
        var all = curve.Points[^1].Precision.Value;
        plot.Line(X(0), Y(all), X(1), Y(all), "stroke-dasharray=\"4 3\"");
        var steps = curve.Points.Zip(curve.Points.Skip(1), (before, point) => new[]
        {
            (X(before.Found.Value), Y(point.Precision.Value)),
            (X(point.Found.Value), Y(point.Precision.Value)),
        });
        plot.Path(steps.SelectMany(step => step), "class=\"plot-right\" stroke-width=\"2\"");
        if (curve.Used.Precision.Total > 0)
        {
            plot.Dot(X(curve.Used.Found.Value), Y(curve.Used.Precision.Value), "class=\"plot-wrong\"");
        }

        return plot.Close();
    }

    private static SvgPlot Begin(string label, string upwards, string across, Words words)
    {
        var plot = new SvgPlot(Left + Side + 20, Top + Height + 44, label);
        plot.Title(0, 14, upwards);
        for (var i = 0; i <= 5; i++)
        {
            var share = i / 5.0;
            plot.Grid(X(0), Y(share), X(1), Y(share));
            plot.Text(Left - 6, Y(share) + 4, words.Figure(Invariant($"{share * 100:0}%")), "end");
            plot.Text(X(share), Top + Height + 18, words.Figure(Invariant($"{share * 100:0}%")), "middle");
        }

        plot.Text(Left + Side, Top + Height + 38, across, "end");
        return plot;
    }

    private static string Percent(double share, Words words) => words.Figure(TemplateFunctions.Percent(share));

    private static double X(double share) => Left + (Side * share);

    private static double Y(double share) => Top + (Height * (1 - share));
}

using Glassy.Metrics;
using Glassy.Sources;
using Glassy.Theme;
using Glassy.Wording;
using static System.FormattableString;

namespace Glassy.Components.Figures;

/// <summary>A reliability diagram (Guo et al. 2017): accuracy by confidence above, how many predictions each bin holds below.</summary>
public static class CalibrationSvg
{
    private const double Left = 44;
    private const double Top = 26;
    private const double Side = 356;
    private const double Height = 230;
    private const double CountsTop = Top + Height + 62;
    private const double CountsHeight = 70;

    /// <param name="diagram">With bins of equal width, from 0 to 1.</param>
    /// <param name="words">What it says.</param>
    public static RawHtml Draw(ReliabilityDiagram diagram, Words words)
    {
        var filled = diagram.Bins.Where(bin => bin.Count > 0).ToList();
        var plot = new SvgPlot(Left + Side + 20, CountsTop + CountsHeight + 28, words.Of(
            "calibration.alt",
            ("bins", diagram.Bins.Count),
            ("filled", filled.Count),
            ("error", words.Figure(TemplateFunctions.Percent(diagram.ExpectedCalibrationError)))));
        plot.Title(0, 14, words["calibration.by_confidence"]);
        for (var i = 0; i <= 5; i++)
        {
            var share = i / 5.0;
            plot.Grid(Left, Y(share), Left + Side, Y(share));
            plot.Text(Left - 6, Y(share) + 4, words.Figure(Invariant($"{share * 100:0}%")), "end");
            plot.Text(X(share), Top + Height + 18, words.Figure(Invariant($"{share * 100:0}%")), "middle");
        }

        filled.ForEach(bin => DrawBin(plot, bin));
        plot.Line(X(0), Y(0), X(1), Y(1), "stroke-dasharray=\"4 3\"");
        DrawCounts(plot, diagram, words);
        return plot.Close();
    }

    /// <summary>
    /// The accuracy as a line on top of a bar, with its interval; what lies between it and the confidence is in the warm hue.
    /// </summary>
    private static void DrawBin(SvgPlot plot, ReliabilityBin bin)
    {
        var (x, wide) = (X(bin.Low) + 1, (Side * (bin.High - bin.Low)) - 2);
        var (accuracy, confidence) = (bin.Accuracy.Value, bin.Confidence!.Value); // only bins that hold predictions are drawn
        var (upper, lower) = (Math.Max(accuracy, confidence), Math.Min(accuracy, confidence));
        plot.Rectangle(x, Y(lower), wide, Y(0) - Y(lower), "class=\"plot-right\" fill-opacity=\".45\"");
        plot.Rectangle(x, Y(upper), wide, Y(lower) - Y(upper), "class=\"plot-wrong\" fill-opacity=\".55\"");
        plot.Line(x, Y(accuracy), x + wide, Y(accuracy), "class=\"plot-right\" stroke-width=\"2\"");
        plot.Line(x + (wide / 2), Y(bin.Accuracy.Low), x + (wide / 2), Y(bin.Accuracy.High));
    }

    private static void DrawCounts(SvgPlot plot, ReliabilityDiagram diagram, Words words)
    {
        plot.Title(0, CountsTop - 22, words["calibration.predictions"]);
        var most = diagram.Bins.Max(bin => bin.Count);
        foreach (var bin in diagram.Bins)
        {
            var high = CountsHeight * bin.Count / most;
            var bottom = CountsTop + CountsHeight;
            plot.Rectangle(X(bin.Low) + 1, bottom - high, (Side * (bin.High - bin.Low)) - 2, high, "fill-opacity=\".5\"");
            plot.Text((X(bin.Low) + X(bin.High)) / 2, bottom - high - 4, words.Whole(bin.Count), "middle", size: 9);
        }

        plot.Grid(Left, CountsTop + CountsHeight, Left + Side, CountsTop + CountsHeight);
        plot.Text(Left + Side, CountsTop + CountsHeight + 20, words["confidence.axis"], "end");
    }

    private static double X(double share) => Left + (Side * share);

    private static double Y(double share) => Top + (Height * (1 - share));
}

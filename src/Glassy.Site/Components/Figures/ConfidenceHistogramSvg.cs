using Glassy.Metrics;
using Glassy.Sources;
using Glassy.Wording;
using static System.FormattableString;

namespace Glassy.Components.Figures;

/// <summary>Two histograms over the same confidence, each in shares of its own predictions: the wrong ones are few.</summary>
public static class ConfidenceHistogramSvg
{
    private const double Left = 44;
    private const double Wide = 356;
    private const double PanelHeight = 110;
    private const double PanelGap = 52;

    /// <param name="bins">From 0 to 1, of equal width.</param>
    /// <param name="words">What it says.</param>
    public static RawHtml Draw(IReadOnlyList<ConfidenceBin> bins, Words words)
    {
        var (right, wrong) = (bins.Sum(bin => bin.Right), bins.Sum(bin => bin.Wrong));
        var (rights, wrongs) = (words.Whole(right), words.Whole(wrong));
        var plot = new SvgPlot(
            Left + Wide + 20, (2 * (PanelHeight + PanelGap)) + 32, words.Of("confidence.alt", ("right", rights), ("wrong", wrongs)));
        DrawPanel(
            plot, words, 28, words.Of("confidence.right", ("count", rights)), "class=\"plot-right\" fill-opacity=\".7\"", bins,
            bin => bin.Right, right);
        DrawPanel(
            plot, words, 28 + PanelHeight + PanelGap, words.Of("confidence.wrong", ("count", wrongs)),
            "class=\"plot-wrong\" fill-opacity=\".7\"", bins, bin => bin.Wrong, wrong);
        plot.Text(Left + Wide, (2 * (PanelHeight + PanelGap)) + 22, words["confidence.axis"], "end");
        return plot.Close();
    }

    private static void DrawPanel(
        SvgPlot plot,
        Words words,
        double top,
        string title,
        string style,
        IReadOnlyList<ConfidenceBin> bins,
        Func<ConfidenceBin, int> count,
        int total)
    {
        plot.Title(0, top - 15, title);
        var most = total == 0 ? 1 : (double)bins.Max(count) / total;
        double Y(double share) => top + (PanelHeight * (1 - (share / most)));
        foreach (var share in total == 0 ? [0] : new[] { 0, most / 2, most })
        {
            plot.Grid(Left, Y(share), Left + Wide, Y(share));
            plot.Text(Left - 6, Y(share) + 4, words.Figure(Invariant($"{share * 100:0}%")), "end");
        }

        foreach (var bin in bins)
        {
            var share = total == 0 ? 0 : (double)count(bin) / total;
            plot.Rectangle(X(bin.Low) + 1, Y(share), X(bin.High) - X(bin.Low) - 2, Y(0) - Y(share), style);
        }

        for (var i = 0; i <= 5; i++)
        {
            plot.Text(X(i / 5.0), top + PanelHeight + 16, words.Figure(Invariant($"{i * 20}%")), "middle");
        }
    }

    private static double X(double confidence) => Left + (Wide * confidence);
}

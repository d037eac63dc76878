using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Glassy.Charts;

/// <summary>
/// A confusion matrix as a picture: truth runs down, prediction across; the diagonal is shaded by recall in a cool hue, the
/// other cells by their share of the row in a warm one on a root scale, so that a good model's errors are seen too.
/// </summary>
public static class ConfusionMatrixChart
{
    /// <summary>10 inches at 100 dpi.</summary>
    public const int Width = 1000;

    /// <summary>7 inches at 100 dpi.</summary>
    public const int Height = 700;

    private const int MaximalAnnotated = 30;
    private const int MaximalNameLength = 16;
    private const double PlotWidth = 760;
    private const double PlotHeight = 540;

    /// <param name="title">What it shows.</param>
    /// <param name="classes">[classes] names in label order.</param>
    /// <param name="counts">[classes][classes]: rows truth, columns prediction.</param>
    /// <returns>A PNG of 1000 × 700 pixels; counts are written in the cells of up to 30 classes.</returns>
    public static byte[] Render(string title, IReadOnlyList<string> classes, IReadOnlyList<IReadOnlyList<int>> counts)
    {
        ChartFonts.Install();
        using var plot = new Plot();
        var shades = Shades(counts);
        AddCells(plot, shades);
        if (classes.Count <= MaximalAnnotated)
        {
            AddCounts(plot, counts, shades);
        }

        ChartStyle.Apply(plot, title, "Predicted", "True");
        AddClassNames(plot, classes);
        return plot.GetImage(Width, Height).GetImageBytes();
    }

    /// <returns>[classes, classes] in -1..1: recall on the diagonal, -√(share of the row) elsewhere.</returns>
    private static double[,] Shades(IReadOnlyList<IReadOnlyList<int>> counts)
    {
        var shades = new double[counts.Count, counts.Count];
        for (var truth = 0; truth < counts.Count; truth++)
        {
            var support = Math.Max(1, counts[truth].Sum());
            for (var predicted = 0; predicted < counts.Count; predicted++)
            {
                var share = (double)counts[truth][predicted] / support;
                shades[truth, predicted] = truth == predicted ? share : -Math.Sqrt(share);
            }
        }

        return shades;
    }

    private static void AddCells(Plot plot, double[,] shades)
    {
        var heatmap = plot.Add.Heatmap(shades);
        heatmap.Colormap = new DivergingColormap();
        heatmap.ManualRange = new ScottPlot.Range(-1, 1);

        var classes = shades.GetLength(0);
        for (var i = 0; i <= classes && classes <= MaximalAnnotated; i++)
        {
            plot.Add.Line(i - 0.5, -0.5, i - 0.5, classes - 0.5).LineStyle = new LineStyle(1, ChartColors.Line);
            plot.Add.Line(-0.5, i - 0.5, classes - 0.5, i - 0.5).LineStyle = new LineStyle(1, ChartColors.Line);
        }

        plot.Axes.SetLimits(-0.5, classes - 0.5, -0.5, classes - 0.5);
        AddLegend(plot, heatmap);
    }

    private static void AddLegend(Plot plot, ScottPlot.Plottables.Heatmap heatmap)
    {
        var legend = plot.Add.ColorBar(heatmap);
        legend.Axis.TickGenerator = new NumericManual(
            [1, 0.5, 0, -Math.Sqrt(0.01), -Math.Sqrt(0.1), -Math.Sqrt(0.4), -1],
            ["100 %", "50 %", "0", "1 %", "10 %", "40 %", "100 %"]);
        legend.Axis.TickLabelStyle.FontSize = 12;
        legend.Axis.TickLabelStyle.ForeColor = ChartColors.SoftInk;
        legend.Label = "right: recall                        wrong: share of the true class";
        legend.LabelStyle.FontSize = 12;
        legend.LabelStyle.Bold = false;
        legend.LabelStyle.ForeColor = ChartColors.SoftInk;
    }

    private static void AddCounts(Plot plot, IReadOnlyList<IReadOnlyList<int>> counts, double[,] shades)
    {
        var digits = counts.Max(row => row.Max(count => Format(count).Length));
        var fitting = Math.Min(PlotWidth / counts.Count / (digits + 0.8) / 0.62, PlotHeight / counts.Count * 0.5);
        for (var truth = 0; truth < counts.Count; truth++)
        {
            for (var predicted = 0; predicted < counts.Count; predicted++)
            {
                var count = counts[truth][predicted];
                var text = plot.Add.Text(count == 0 ? "·" : Format(count), predicted, counts.Count - 1 - truth);
                text.LabelFontSize = (float)Math.Clamp(fitting, 7, 17);
                text.LabelAlignment = Alignment.MiddleCenter;
                text.LabelBold = truth == predicted && count > 0;
                text.LabelFontColor = count == 0 ? ChartColors.SoftInk
                    : Math.Abs(shades[truth, predicted]) > 0.55 ? ChartColors.Paper
                    : ChartColors.Ink;
            }
        }
    }

    private static void AddClassNames(Plot plot, IReadOnlyList<string> classes)
    {
        var step = (classes.Count + MaximalAnnotated - 1) / MaximalAnnotated;
        var shown = Enumerable.Range(0, classes.Count).Where(c => c % step == 0).ToArray();
        string[] names = [.. shown.Select(c => Shorten(classes[c]))];
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. shown.Select(c => (double)c)], names);
        plot.Axes.Left.TickGenerator = new NumericManual([.. shown.Select(c => classes.Count - 1.0 - c)], names);

        var size = (float)Math.Clamp(PlotHeight / shown.Length * 0.7, 9, 14);
        plot.Axes.Left.TickLabelStyle.FontSize = size;
        plot.Axes.Bottom.TickLabelStyle.FontSize = size;
        if (names.Max(name => name.Length) * size * 0.65 > PlotWidth / shown.Length)
        {
            plot.Axes.Bottom.TickLabelStyle.Rotation = -45;
            plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleRight;
            plot.Axes.Bottom.MinimumSize = 40 + (names.Max(name => name.Length) * size * 0.45f);
        }
    }

    private static string Shorten(string name) =>
        name.Length <= MaximalNameLength ? name : string.Concat(name.AsSpan(0, MaximalNameLength - 1), "…");

    private static string Format(int count) => count.ToString(CultureInfo.InvariantCulture);
}

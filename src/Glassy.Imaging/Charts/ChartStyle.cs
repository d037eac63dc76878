using ScottPlot;

namespace Glassy.Charts;

/// <summary>What all charts have in common.</summary>
internal static class ChartStyle
{
    private const float LeftMargin = 6;
    private const float LeftSize = 68;

    /// <summary>Title, axis names, colours and sizes; no frame, no grid.</summary>
    public static void Apply(Plot plot, string title, string bottom, string left)
    {
        plot.FigureBackground.Color = ChartColors.Paper;
        plot.DataBackground.Color = ChartColors.Paper;
        plot.HideGrid();
        plot.Axes.Title.Label.Text = title;
        plot.Axes.Title.Label.FontSize = 20;
        plot.Axes.Title.Label.ForeColor = ChartColors.Ink;
        plot.Axes.Title.Label.Bold = true;
        plot.Axes.Bottom.Label.Text = bottom;
        plot.Axes.Left.Label.Text = left;
        foreach (var axis in plot.Axes.GetAxes())
        {
            axis.FrameLineStyle.Width = 0;
            axis.MajorTickStyle.Length = 0;
            axis.MinorTickStyle.Length = 0;
        }

        foreach (var axis in new IAxis[] { plot.Axes.Bottom, plot.Axes.Left })
        {
            axis.Label.FontSize = 16;
            axis.Label.Bold = true;
            axis.Label.ForeColor = ChartColors.SoftInk;
            axis.TickLabelStyle.FontSize = 14;
            axis.TickLabelStyle.ForeColor = ChartColors.Ink;
        }

        plot.Axes.Left.Label.OffsetX = LeftMargin;
        plot.Axes.Left.MinimumSize = LeftSize;
    }
}

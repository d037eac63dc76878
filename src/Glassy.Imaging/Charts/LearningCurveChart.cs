using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Glassy.Charts;

/// <summary>Loss and accuracy by epoch on the training and validation splits, and once on the test split, side by side.</summary>
public static class LearningCurveChart
{
    /// <summary>10 inches at 100 dpi.</summary>
    public const int Width = 1000;

    /// <summary>7 inches at 100 dpi.</summary>
    public const int Height = 700;

    private const int MaximalTicks = 12;

    /// <param name="epochs">In order, at least one.</param>
    /// <param name="testEpoch">After which the test split was scored.</param>
    /// <param name="testLoss">On the test split.</param>
    /// <param name="testAccuracy">On the test split, 0..1.</param>
    /// <returns>A PNG of 1000 × 700 pixels.</returns>
    public static byte[] Render(IReadOnlyList<CurvePoint> epochs, int testEpoch, double testLoss, double testAccuracy)
    {
        ChartFonts.Install();
        var charts = new Multiplot();
        charts.AddPlots(2);
        charts.Layout = new ScottPlot.MultiplotLayouts.Columns();
        var (loss, accuracy) = (charts.GetPlot(0), charts.GetPlot(1));
        ChartStyle.Apply(loss, "Loss by epoch", "Epoch", "Loss (nats)");
        AddCurves(loss, epochs, epoch => epoch.Loss, epoch => epoch.ValidationLoss, (testEpoch, testLoss));
        ChartStyle.Apply(accuracy, "Accuracy by epoch", "Epoch", "Accuracy (%)");
        AddCurves(
            accuracy, epochs, epoch => 100 * epoch.Accuracy, epoch => 100 * epoch.ValidationAccuracy, (testEpoch, 100 * testAccuracy));
        return charts.Render(Width, Height).GetImageBytes();
    }

    private static void AddCurves(
        Plot plot,
        IReadOnlyList<CurvePoint> epochs,
        Func<CurvePoint, double> train,
        Func<CurvePoint, double?> validation,
        (int Epoch, double Value) test)
    {
        plot.ShowGrid();
        plot.Grid.MajorLineColor = ChartColors.Line;
        plot.Grid.XAxisStyle.IsVisible = false;
        AddCurve(plot, "training", [.. epochs.Select(epoch => (epoch.Epoch, train(epoch)))], ChartColors.SoftInk, LinePattern.Dashed);
        if (epochs.All(epoch => validation(epoch) is not null))
        {
            AddCurve(
                plot,
                "validation",
                [.. epochs.Select(epoch => (epoch.Epoch, validation(epoch) ?? 0))],
                ChartColors.Right,
                LinePattern.Solid);
        }

        AddTest(plot, test.Epoch, test.Value);

        var step = (epochs.Count + MaximalTicks - 1) / MaximalTicks;
        var shown = epochs.Where((_, i) => i % step == 0).Select(epoch => epoch.Epoch).ToArray();
        plot.Axes.Bottom.TickGenerator = new NumericManual(
            [.. shown.Select(epoch => (double)epoch)],
            [.. shown.Select(epoch => epoch.ToString(CultureInfo.InvariantCulture))]);
        plot.Axes.Left.TickGenerator = new NumericAutomatic
        {
            TargetTickCount = 8,
            LabelFormatter = value => value.ToString("0.###", CultureInfo.InvariantCulture),
        };
        plot.Axes.Margins(horizontal: 0.12, vertical: 0.12);
        var legend = plot.ShowLegend(train(epochs[0]) > train(epochs[^1]) ? Alignment.UpperRight : Alignment.LowerRight);
        legend.FontSize = 14;
        legend.FontColor = ChartColors.Ink;
        legend.OutlineColor = ChartColors.Line;
        legend.ShadowColor = Colors.Transparent;
    }

    private static void AddCurve(
        Plot plot,
        string name,
        IReadOnlyList<(int Epoch, double Value)> points,
        Color color,
        LinePattern pattern)
    {
        var curve = plot.Add.Scatter(
            points.Select(point => (double)point.Epoch).ToArray(), points.Select(point => point.Value).ToArray(), color);
        curve.LegendText = name;
        curve.LineWidth = 2.5f;
        curve.LinePattern = pattern;
        curve.MarkerSize = 8;
    }

    /// <summary>One point: the test split is scored once.</summary>
    private static void AddTest(Plot plot, int epoch, double value)
    {
        var point = plot.Add.Scatter([epoch], new[] { value }, ChartColors.Right);
        point.LegendText = "test";
        point.LineWidth = 0;
        point.MarkerShape = MarkerShape.FilledDiamond;
        point.MarkerSize = 13;
    }
}

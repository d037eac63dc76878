using Glassy.Charts;
using SkiaSharp;

namespace Glassy.Tests.Charts;

public sealed class ChartTests
{
    private static readonly SKColor Paper = new(255, 255, 255);

    [Fact]
    public void Text_is_drawn_with_the_shipped_font_whatever_the_system_has()
    {
        ChartFonts.Install();
        using var shipped = typeof(ChartFonts).Assembly.GetManifestResourceStream("Fonts/DejaVuSans.ttf");
        var typeface = ScottPlot.Fonts.GetTypeface(ScottPlot.Fonts.Default, false, false);
        Assert.NotNull(shipped);
        Assert.Equal("DejaVu Sans", typeface.FamilyName);
        using var used = typeface.OpenStream();
        Assert.Equal(shipped.Length, used.Length);
    }

    [Fact]
    public void Confusion_matrix_has_its_size_title_and_axis_names()
    {
        using var chart = Decode(ConfusionMatrixChart.Render("Right", ["cat", "dog", "hen"], [[968, 1, 31], [0, 1124, 3], [8, 5, 991]]));
        Assert.Equal((1000, 700), (chart.Width, chart.Height));
        Assert.True(Ink(chart, new SKRectI(300, 0, 700, 40)) > 100, "no title");
        Assert.True(Ink(chart, new SKRectI(300, 674, 700, 700)) > 100, "no name of the axis below");
        Assert.True(Ink(chart, new SKRectI(0, 250, 28, 450)) > 50, "no name of the axis at the left");
    }

    [Fact]
    public void Diagonal_is_cool_errors_are_warm_and_empty_cells_are_paper()
    {
        int[][] counts = [[90, 10, 0], [0, 100, 0], [0, 0, 100]];
        using var chart = Decode(ConfusionMatrixChart.Render("t", ["a", "b", "c"], counts));
        var right = chart.GetPixel(120, 80);
        var wrong = chart.GetPixel(400, 80);
        Assert.True(right.Blue > right.Red + 40, $"the diagonal is {right}");
        Assert.True(wrong.Red > wrong.Blue + 20, $"an error is {wrong}");
        Assert.Equal(Paper, chart.GetPixel(680, 80));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(30)]
    [InlineData(31)]
    [InlineData(120)]
    public void Any_number_of_classes_with_long_names_is_drawn(int classes)
    {
        var names = Enumerable.Range(0, classes).Select(c => $"a rather long name of class {c}").ToArray();
        var counts = Enumerable.Range(0, classes).Select(r => Enumerable.Range(0, classes).Select(c => r == c ? 9 : 1).ToArray()).ToArray();
        using var chart = Decode(ConfusionMatrixChart.Render("t", names, counts));
        Assert.Equal((1000, 700), (chart.Width, chart.Height));
    }

    [Fact]
    public void A_matrix_without_pictures_is_drawn()
    {
        using var chart = Decode(ConfusionMatrixChart.Render("t", ["a", "b"], [[0, 0], [0, 0]]));
        Assert.Equal(1000, chart.Width);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(100)]
    public void Learning_curve_has_its_size_and_both_titles(int epochs)
    {
        var points = Enumerable.Range(1, epochs).Select(e => new CurvePoint(e, 1.0 / e, 1 - (0.5 / e), 1.1 / e, 0.9 - (0.4 / e)));
        using var chart = Decode(LearningCurveChart.Render([.. points], epochs, 0.3, 0.8));
        Assert.Equal((1000, 700), (chart.Width, chart.Height));
        Assert.True(Ink(chart, new SKRectI(100, 0, 450, 40)) > 100, "no title at the left");
        Assert.True(Ink(chart, new SKRectI(550, 0, 950, 40)) > 100, "no title at the right");
    }

    [Fact]
    public void Counts_of_four_digits_are_as_large_as_others_where_ten_classes_leave_room()
    {
        var names = Enumerable.Range(0, 10).Select(c => $"{c}").ToArray();
        var counts = Enumerable.Range(0, 10).Select(r => Enumerable.Range(0, 10).Select(c => r == c ? 1000 : 0).ToArray()).ToArray();
        using var chart = Decode(ConfusionMatrixChart.Render("t", names, counts));

        var rows = Enumerable.Range(55, 45)
            .Count(y => Enumerable.Range(75, 70).Any(x => chart.GetPixel(x, y) is { Red: > 200 } and { Green: > 200 }));
        Assert.InRange(rows, 11, 14); // digits of DejaVu Sans Bold are 0.73 of its 17 pixels
    }

    [Fact]
    public void Both_plots_have_a_curve_for_training_and_one_for_validation()
    {
        using var chart = Decode(LearningCurveChart.Render(
            [.. Enumerable.Range(1, 20).Select(e => new CurvePoint(e, 1.0 / e, 1 - (0.5 / e), 1.1 / e, 0.9 - (0.4 / e)))], 20, 0.3, 0.8));

        foreach (var area in new[] { new SKRectI(80, 60, 480, 600), new SKRectI(580, 60, 980, 600) })
        {
            Assert.InRange(Count(chart, area, new SKColor(0x0E, 0x7C, 0x86)), 200, 5000);
            Assert.InRange(Count(chart, area, new SKColor(0x5B, 0x6B, 0x73)), 100, 5000);
        }
    }

    [Fact]
    public void The_same_matrix_gives_the_same_bytes()
    {
        byte[] Render() => ConfusionMatrixChart.Render("t", ["cat", "dog", "hen"], [[968, 1, 31], [0, 1124, 3], [8, 5, 991]]);
        Assert.Equal(Render(), Render());
    }

    private static SKBitmap Decode(byte[] png) => SKBitmap.Decode(png);

    /// <summary>How many pixels of the area are not paper.</summary>
    private static int Ink(SKBitmap chart, SKRectI area) =>
        (from y in Enumerable.Range(area.Top, area.Height)
         from x in Enumerable.Range(area.Left, area.Width)
         where chart.GetPixel(x, y) != Paper
         select x).Count();

    private static int Count(SKBitmap chart, SKRectI area, SKColor color) =>
        (from y in Enumerable.Range(area.Top, area.Height)
         from x in Enumerable.Range(area.Left, area.Width)
         where chart.GetPixel(x, y) == color
         select x).Count();
}

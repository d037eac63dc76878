using Glassy.Components.Figures;
using Glassy.Metrics;
using Glassy.Wording;

namespace Glassy.Tests.Components.Figures;

/// <summary>Where the figures draw what: places worked out by hand from the sizes of their panels.</summary>
public sealed class FigureGeometryTests
{
    [Fact]
    public void The_confidence_histogram_has_a_panel_of_right_predictions_above_one_of_wrong_ones()
    {
        // Of the five right ones a fifth is in the lower bin: a quarter of the highest bar, 110 · ¼ = 27.5. Of the five wrong ones
        // two fifths are in the upper bin: two thirds, 110 · ⅔ = 73.33.
        var drawn = new DrawnSvg(
            ConfidenceHistogramSvg.Draw([new ConfidenceBin(0, 0.5, 1, 3), new ConfidenceBin(0.5, 1, 4, 2)], WordsReader.English));

        Assert.Equal("0 0 420 356", drawn.ViewBox);
        Assert.Equal("Histograms of the confidence of 5 right and 5 wrong predictions. The table below has the figures.", drawn.Label);
        Assert.Equal(["45 110.5 176 27.5", "223 28 176 110"], drawn.Rectangles("plot-right"));
        Assert.Equal(["45 190 176 110", "223 226.7 176 73.33"], drawn.Rectangles("plot-wrong"));
        Assert.Equal([".7", ".7"], [.. drawn.Opacities("plot-right"), .. drawn.Opacities("plot-wrong")]);
        Assert.Equal(
            ["M44 138L400 138", "M44 83L400 83", "M44 28L400 28", "M44 300L400 300", "M44 245L400 245", "M44 190L400 190"],
            drawn.Lines[true]);
        Assert.Equal(
            [
                "0 13 Right: 5", "38 142 0% end", "38 87 40% end", "38 32 80% end", .. Ticks(154),
                "0 175 Wrong: 5", "38 304 0% end", "38 249 30% end", "38 194 60% end", .. Ticks(316),
                "400 346 confidence: the probability of the predicted class end",
            ],
            drawn.Texts);
    }

    [Fact]
    public void Where_nothing_is_wrong_the_lower_panel_is_empty_and_has_its_base_line()
    {
        var drawn = new DrawnSvg(
            ConfidenceHistogramSvg.Draw([new ConfidenceBin(0, 0.5, 0, 0), new ConfidenceBin(0.5, 1, 2, 0)], WordsReader.English));
        Assert.Equal(["223 28 176 110"], drawn.Rectangles("plot-right"));
        Assert.Empty(drawn.Rectangles("plot-wrong"));
        Assert.Equal("M44 300L400 300", drawn.Lines[true].Last());
        Assert.Contains("38 304 0% end", drawn.Texts);
    }

    [Fact]
    public void The_reliability_diagram_shows_accuracy_gap_interval_and_count_of_each_bin()
    {
        // 1 of 4 with a confidence of 0.4: a gap of 230 · 0.15 = 34.5. 8 of 8 with 0.75: one of 230 · 0.25 = 57.5. The Wilson
        // intervals are 0.0456–0.6994 and 0.6756–1.
        var drawn = new DrawnSvg(CalibrationSvg.Draw(new ReliabilityDiagram(0.1234,
        [
            new ReliabilityBin(0, 0.25, 0, null, new Proportion(0, 0)),
            new ReliabilityBin(0.25, 0.5, 4, 0.4, new Proportion(1, 4)),
            new ReliabilityBin(0.5, 1, 8, 0.75, new Proportion(8, 8)),
        ]), WordsReader.English));

        Assert.Equal("0 0 420 416", drawn.ViewBox);
        Assert.Equal(
            "Reliability diagram: accuracy against confidence in 3 bins, 2 of which hold predictions; expected calibration error 12.34%. The table below has the figures.",
            drawn.Label);
        Assert.Equal(["134 198.5 87 57.5", "223 83.5 176 172.5"], drawn.Rectangles("plot-right"));
        Assert.Equal(["134 164 87 34.5", "223 26 176 57.5"], drawn.Rectangles("plot-wrong"));
        Assert.Equal(["134 353 87 35", "223 318 176 70"], drawn.Rectangles(""));
        Assert.Equal([".45", ".55", ".5"], [.. drawn.Opacities("plot-right"), .. drawn.Opacities("plot-wrong"), .. drawn.Opacities("")]);
        Assert.Equal(
            ["M134 198.5L221 198.5", "M177.5 245.5L177.5 95.1", "M223 26L399 26", "M311 100.6L311 26", "M44 256L400 26"],
            drawn.Lines[false]);
        Assert.Equal(
            [.. new[] { 256, 210, 164, 118, 72, 26, 388 }.Select(y => $"M44 {y}L400 {y}")],
            drawn.Lines[true]);
        Assert.Equal(
            [
                "0 14 Accuracy by confidence",
                "38 260 0% end", "44 274 0% middle", "38 214 20% end", "115.2 274 20% middle", "38 168 40% end", "186.4 274 40% middle",
                "38 122 60% end", "257.6 274 60% middle", "38 76 80% end", "328.8 274 80% middle", "38 30 100% end", "400 274 100% middle",
                "0 296 Predictions in each bin", "88.5 384 0 middle 9", "177.5 349 4 middle 9", "311 314 8 middle 9",
                "400 408 confidence: the probability of the predicted class end",
            ],
            drawn.Texts);
    }

    [Fact]
    public void Recall_bars_have_a_band_and_a_dot_a_class_on_an_axis_that_begins_below_the_lowest_band()
    {
        // The Wilson interval of 8 of 8 is 0.6756–1, so that the axis begins at 0.65 and is 350 wide.
        var drawn = new DrawnSvg(
            RecallBarsSvg.Draw([Row("cats", new Proportion(8, 8)), Row("dogs", new Proportion(0, 0))], WordsReader.English));

        Assert.Equal("0 0 420 88", drawn.ViewBox);
        Assert.Equal(
            "Recall of 2 classes with 95% intervals; the lowest is cats with 100.0%. The table below has the figures.", drawn.Label);
        Assert.Equal(["71.6 35.3 324.41 13.44"], drawn.Rectangles("plot-right"));
        Assert.Equal(["396 42 4"], drawn.Dots);
        Assert.Equal([.. new[] { "46", "133.5", "221", "308.5", "396" }.Select(x => $"M{x} 22L{x} 78")], drawn.Lines[true]);
        Assert.Equal(
            [
                "46 16 65% middle", "133.5 16 73.75% middle", "221 16 82.5% middle", "308.5 16 91.25% middle", "396 16 100% middle",
                "36 46 cats end", "36 70 dogs end", "50 70 no test pictures 11",
            ],
            drawn.Texts);
    }

    [Theory]
    [InlineData(30, "0 0 420 760", "end")]
    [InlineData(31, "0 0 420 536", "end 11")]
    public void More_than_thirty_rows_are_lower_and_their_names_smaller(int classes, string viewBox, string style)
    {
        var drawn = new DrawnSvg(RecallBarsSvg.Draw([.. Enumerable.Repeat(Row("c", new Proportion(8, 8)), classes)], WordsReader.English));
        Assert.Equal(viewBox, drawn.ViewBox);
        Assert.EndsWith($"c {style}", drawn.Texts.Last(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a class of 18 char", "a class of 18 char")]
    [InlineData("a class of 19 chars", "a class of 19 cha…")]
    public void A_name_of_more_than_eighteen_characters_is_cut(string name, string shown) =>
        Assert.Contains(shown, new DrawnSvg(RecallBarsSvg.Draw([Row(name, new Proportion(1, 2))], WordsReader.English)).TextsAtX(141));

    private static ClassFigures Row(string name, Proportion recall) => new(name, new Proportion(1, 1), recall, 1);

    private static IEnumerable<string> Ticks(int y) =>
        [
            $"44 {y} 0% middle", $"115.2 {y} 20% middle", $"186.4 {y} 40% middle", $"257.6 {y} 60% middle", $"328.8 {y} 80% middle",
            $"400 {y} 100% middle"
        ];
}

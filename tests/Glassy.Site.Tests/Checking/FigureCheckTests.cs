using Glassy.Checking;
using Glassy.Publishing;

namespace Glassy.Tests.Checking;

/// <summary>Nine test pictures, six of them right.</summary>
public sealed class FigureCheckTests
{
    private const string Matrix =
        "<table data-matrix=\"0,1,2\"><tbody><tr><th>cat</th><td class=\"hit\"><a href=\"#x\">3</a></td><td class=\"zero\">0</td><td class=\"miss\">1</td></tr></tbody></table>";

    [Theory]
    [InlineData("<b data-figure=\"accuracy.value\">66.67%</b>")]
    [InlineData("<span class=\"number\" data-figure=\"accuracy.interval\">35.42–87.94%</span>")]
    [InlineData("<b data-figure=\"cohenKappa\">0.481</b>")]
    [InlineData("<b data-figure=\"classes.1.recall.value\">33.33%</b>")]
    [InlineData("<b data-figure=\"classes.1.f1\">50.00%</b>")]
    [InlineData("<b data-figure=\"logLoss\">0.8849</b>")]
    [InlineData("<b data-figure=\"calibration.equalWidth.expectedCalibrationError\">8.33%</b>")]
    [InlineData("<html lang=\"de\"><b data-figure=\"accuracy.value\">66,67 %</b>")]
    public void A_figure_that_follows_from_the_predictions_agrees_and_another_last_digit_does_not(string html)
    {
        var check = Read(html);
        Assert.Equal((1, 0, 0), (check.Right, check.Unknown, check.Problems.Count));

        var place = html.LastIndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'], html.LastIndexOf('<'));
        var changed = Read(html[..place] + (char)('0' + ((html[place] - '0' + 5) % 10)) + html[(place + 1)..]);
        Assert.Equal((0, 1), (changed.Right, changed.Problems.Count));
    }

    [Fact]
    public void What_is_wrong_names_page_figure_and_both_values() => Assert.Equal(
        "accuracy.value is '97.17%', but 0.666667 follows from the published predictions; build the site again",
        Assert.Single(Read("<b data-figure=\"accuracy.value\">97.17%</b>").Problems).Message);

    [Fact]
    public void Cells_of_a_matrix_are_figures_too()
    {
        Assert.Equal(3, Read(Matrix).Right);
        Assert.Contains(
            "confusionMatrix.0.2 is '2', but 1 follows",
            Assert.Single(Read(Matrix.Replace(">1</td>", ">2</td>", StringComparison.Ordinal)).Problems).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_of_other_runs_and_those_that_do_not_follow_are_no_mistakes()
    {
        Assert.Equal(1, Read("<b data-figure=\"labelNotes.accuracy.corrected.value\">12.34%</b>").Unknown);
        var other = Read("<article data-run=\"0123\"><b data-figure=\"accuracy.value\">12.34%</b>");
        Assert.Equal((0, 0, 0), (other.Right, other.Unknown, other.Problems.Count));
    }

    private static FigureCheck Read(string html)
    {
        var packed = PackedPredictions.Write(RecordedRun.Predictions, 3);
        var check = new FigureCheck(
            new RecomputedFigures(PackedPredictions.Read(packed, "x.bin")), language => language == "de" ? "," : ".");
        check.Read("page.html", html);
        return check;
    }
}

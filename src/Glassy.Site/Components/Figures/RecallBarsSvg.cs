using Glassy.Metrics;
using Glassy.Sources;
using Glassy.Theme;
using Glassy.Wording;
using static System.FormattableString;

namespace Glassy.Components.Figures;

/// <summary>A row a class: a band for the interval of its recall, a dot for the recall. The axis begins below the lowest band.</summary>
public static class RecallBarsSvg
{
    private const double Wide = 420;
    private const double Top = 30;
    private const int LongestName = 18;

    /// <param name="rows">At least one.</param>
    /// <param name="words">What it says.</param>
    public static RawHtml Draw(IReadOnlyList<ClassFigures> rows, Words words)
    {
        var tested = rows.Where(row => row.Support > 0).ToList(); // a test split is never empty
        var rowHeight = rows.Count > 30 ? 16.0 : 24;
        var left = 16 + (7.5 * rows.Max(row => Shorten(row.Name).Length));
        var low = Math.Floor(tested.Min(row => row.Recall.Low) * 20) / 20;
        var worst = tested.MinBy(row => row.Recall.Value)!; // likewise
        var plot = new SvgPlot(Wide, Top + (rows.Count * rowHeight) + 10, words.Of(
            "recall.alt",
            ("classes", rows.Count),
            ("worst", worst.Name),
            ("recall", words.Figure(TemplateFunctions.Percent(worst.Recall.Value, 1)))));
        double X(double recall) => left + ((Wide - left - 24) * (recall - low) / (1 - low));
        for (var i = 0; i <= 4; i++)
        {
            var recall = low + ((1 - low) * i / 4);
            plot.Grid(X(recall), Top - 8, X(recall), Top + (rows.Count * rowHeight));
            plot.Text(X(recall), Top - 14, words.Figure(Invariant($"{recall * 100:0.##}%")), "middle");
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var (row, middle) = (rows[i], Top + ((i + 0.5) * rowHeight));
            plot.Text(left - 10, middle + 4, Shorten(row.Name), "end", rows.Count > 30 ? 11 : 0);
            if (row.Support == 0)
            {
                plot.Text(X(low) + 4, middle + 4, words["recall.untested"], size: 11);
                continue;
            }

            var recall = row.Recall;
            plot.Rectangle(
                X(recall.Low),
                middle - (rowHeight * 0.28),
                X(recall.High) - X(recall.Low),
                rowHeight * 0.56,
                "class=\"plot-right\" fill-opacity=\".35\" rx=\"2\"");
            plot.Dot(X(recall.Value), middle, "class=\"plot-right\"");
        }

        return plot.Close();
    }

    private static string Shorten(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)] + "…";
}

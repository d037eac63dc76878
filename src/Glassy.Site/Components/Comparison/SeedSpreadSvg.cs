using System.Globalization;
using Glassy.Components.Figures;
using Glassy.Sources;
using Glassy.Theme;
using Glassy.Wording;

namespace Glassy.Components.Comparison;

/// <summary>A row for each recipe: a dot for each seed, a band for the interval of their mean, a line for the mean.</summary>
public static class SeedSpreadSvg
{
    private const double Wide = 520;
    private const double Top = 30;
    private const double RowHeight = 30;
    private const double Right = 24;
    private const double Margin = 0.08;
    private const int LongestName = 30;
    private static readonly int[] RoundFactors = [1, 2, 5, 10];

    /// <param name="rows">At least one.</param>
    /// <param name="words">What it says.</param>
    public static RawHtml Draw(IReadOnlyList<SeedSpread.Row> rows, Words words)
    {
        var left = 16 + (6.6 * rows.Max(row => Shorten(row.Name).Length));
        var values = rows.SelectMany(row => row.Accuracies.Concat(row.Interval is { } known ? [known.Low, known.High] : [])).ToList();
        var margin = Math.Max((values.Max() - values.Min()) * Margin, 0.0005);
        var (low, high) = (Math.Max(0, values.Min() - margin), Math.Min(1, values.Max() + margin));
        var plot = new SvgPlot(Wide, Top + (rows.Count * RowHeight) + 10, words.Of(
            "spread.alt",
            ("rows", rows.Count),
            ("low", Percent(rows.Min(row => row.Accuracies.Min()))),
            ("high", Percent(rows.Max(row => row.Accuracies.Max())))));
        double X(double accuracy) => left + ((Wide - left - Right) * (accuracy - low) / (high - low));
        var (step, digits) = StepOf(high - low);
        for (var i = (int)Math.Ceiling(low / step); i * step <= high; i++)
        {
            plot.Grid(X(i * step), Top - 8, X(i * step), Top + (rows.Count * RowHeight));
            plot.Text(
                X(i * step), Top - 14, words.Figure((i * step * 100).ToString($"F{digits}", CultureInfo.InvariantCulture) + "%"), "middle");
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var (row, middle) = (rows[i], Top + ((i + 0.5) * RowHeight));
            plot.Text(left - 10, middle + 4, Shorten(row.Name), "end");
            if (row.Interval is { } interval)
            {
                plot.Rectangle(
                    X(interval.Low),
                    middle - 8,
                    X(interval.High) - X(interval.Low),
                    16,
                    "class=\"plot-right\" fill-opacity=\".25\" rx=\"2\"");
            }

            plot.Line(X(row.Mean), middle - 11, X(row.Mean), middle + 11, "class=\"plot-right\" stroke-width=\"2\"");
            foreach (var accuracy in row.Accuracies)
            {
                plot.Dot(X(accuracy), middle, "fill-opacity=\".6\"");
            }
        }

        return plot.Close();

        string Percent(double accuracy) => words.Figure(TemplateFunctions.Percent(accuracy));
    }

    /// <summary>
    /// 1, 2 or 5 of a power of ten, so that two to six steps begin within the range; and how many decimals such a step has in per cent.
    /// </summary>
    private static (double Step, int Digits) StepOf(double range)
    {
        var power = (int)Math.Floor(Math.Log10(range / 5));
        var step = RoundFactors.Select(factor => factor * Math.Pow(10, power)).First(step => step >= range / 5);
        return (step, Math.Max(0, -2 - (int)Math.Floor(Math.Log10(step * 1.000001))));
    }

    private static string Shorten(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)] + "…";
}

using System.Net;
using System.Text;
using Glassy.Sources;
using static System.FormattableString;

namespace Glassy.Components.Figures;

/// <summary>
/// A drawing in the page. Whatever is drawn takes its colour from <c>currentColor</c>, and so from the classes
/// <c>plot-right</c> and <c>plot-wrong</c> where it has one; the same calls give the same bytes.
/// </summary>
/// <param name="width">In its own units, which are CSS pixels where there is room.</param>
/// <param name="height">Likewise.</param>
/// <param name="label">What it shows, in words, for those who do not see it.</param>
internal sealed class SvgPlot(double width, double height, string label)
{
    private readonly StringBuilder _svg = new(
        Invariant(
            $"<svg viewBox=\"0 0 {width:0.#} {height:0.#}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(label)}\" font-size=\"12\" fill=\"currentColor\">"));

    public RawHtml Close() => new(_svg.Append("</svg>").ToString());

    /// <param name="x">Where it is anchored.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="text">Plain.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="size">Font size; 0 for the plot's.</param>
    public void Text(double x, double y, string text, string anchor = "start", int size = 0) => _svg.Append(Invariant(
        $"<text x=\"{x:0.#}\" y=\"{y:0.#}\"{(anchor == "start" ? "" : $" text-anchor=\"{anchor}\"")}{(size == 0 ? "" : Invariant($" font-size=\"{size}\""))}>{WebUtility.HtmlEncode(text)}</text>"));

    public void Title(double x, double y, string text) =>
        _svg.Append(Invariant($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" font-weight=\"600\">{WebUtility.HtmlEncode(text)}</text>"));

    /// <param name="style">A class, or attributes: <c>stroke-dasharray="4 3"</c>.</param>
    public void Line(double x1, double y1, double x2, double y2, string style = "") =>
        _svg.Append(Invariant($"<path d=\"M{x1:0.#} {y1:0.#}L{x2:0.#} {y2:0.#}\" stroke=\"currentColor\"{Space(style)}/>"));

    /// <summary>A line through points; those that would lie on the one before, at a tenth of a unit, are left out.</summary>
    /// <param name="style">A class, or attributes.</param>
    public void Path(IEnumerable<(double X, double Y)> points, string style)
    {
        var (path, last) = (new StringBuilder(), "");
        foreach (var (x, y) in points)
        {
            var place = Invariant($"{x:0.#} {y:0.#}");
            if (place != last)
            {
                path.Append(path.Length == 0 ? 'M' : 'L').Append(last = place);
            }
        }

        _svg.Append(Invariant($"<path d=\"{path}\" fill=\"none\" stroke=\"currentColor\"{Space(style)}/>"));
    }

    /// <summary>A line of the grid, faint.</summary>
    public void Grid(double x1, double y1, double x2, double y2) => Line(x1, y1, x2, y2, "stroke-opacity=\".15\"");

    public void Rectangle(double x, double y, double wide, double high, string style = "")
    {
        if (wide > 0 && high > 0)
        {
            _svg.Append(Invariant($"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{wide:0.##}\" height=\"{high:0.##}\"{Space(style)}/>"));
        }
    }

    public void Dot(double x, double y, string style) =>
        _svg.Append(Invariant($"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"4\"{Space(style)}/>"));

    private static string Space(string style) => style.Length == 0 ? "" : " " + style;
}

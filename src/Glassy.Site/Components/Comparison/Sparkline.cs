using System.Text;
using Glassy.Sources;
using static System.FormattableString;

namespace Glassy.Components.Comparison;

/// <summary>A curve as small as a word, from its least to its greatest value; the text beside it says what it is.</summary>
public static class Sparkline
{
    private const double Width = 64;
    private const double Height = 18;
    private const double Edge = 2;

    /// <param name="values">In order, at least one; those that are no numbers are left out.</param>
    public static RawHtml Of(IReadOnlyList<double> values)
    {
        var known = values.Select((value, i) => (Value: value, I: i)).Where(point => double.IsFinite(point.Value)).ToList();
        var (low, high) = (
            known.Select(point => point.Value).DefaultIfEmpty(0).Min(), known.Select(point => point.Value).DefaultIfEmpty(0).Max());
        var svg = new StringBuilder(
            Invariant(
                $"<svg class=\"sparkline\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" aria-hidden=\"true\"><polyline fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" points=\""));
        svg.AppendJoin(' ', known.Select(point => Invariant($"{X(point.I):F1},{Y(point.Value):F1}")));
        if (known.Count > 0)
        {
            svg.Append(Invariant($"\"/><circle cx=\"{X(known[^1].I):F1}\" cy=\"{Y(known[^1].Value):F1}\" r=\"2\" fill=\"currentColor"));
        }

        return new RawHtml(svg.Append("\"/></svg>").ToString());

        double X(int i) => values.Count == 1 ? Width / 2 : Edge + ((Width - (2 * Edge)) * i / (values.Count - 1));

        double Y(double value) => low == high ? Height / 2 : Height - Edge - ((Height - (2 * Edge)) * (value - low) / (high - low));
    }
}

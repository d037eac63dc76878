using System.Text;
using Glassy.Runs;
using Glassy.Sources;
using Glassy.Wording;
using static System.FormattableString;

namespace Glassy.Components.Figures;

/// <summary>
/// Two small line charts, loss and accuracy by epoch. The same epochs give the same bytes; lines and text take their colours
/// from the classes <c>curve-train</c>, <c>curve-test</c>, <c>curve-axis</c> and from <c>currentColor</c>.
/// </summary>
public static class LearningCurveSvg
{
    private const double PanelWidth = 320;
    private const double PanelHeight = 150;
    private const double Left = 52;
    private const double Top = 30;
    private const double Gap = 72;

    /// <param name="epochs">In order, at least one.</param>
    /// <param name="words">What it says.</param>
    /// <param name="titleId">The id of its title.</param>
    /// <param name="descriptionId">The id of its description.</param>
    public static RawHtml Draw(IReadOnlyList<EpochMetrics> epochs, Words words, string titleId, string descriptionId)
    {
        var width = Left + PanelWidth + Gap + PanelWidth + 20;
        var height = Top + PanelHeight + 62;
        var svg = new StringBuilder();
        var last = epochs[^1];
        var description = words.Of(
            "curve.alt",
            ("count", epochs.Count),
            ("loss", words.Figure(Invariant($"{last.Loss:F4}"))),
            ("test_loss", words.Figure(Invariant($"{last.TestLoss:F4}"))),
            ("accuracy", words.Figure(Invariant($"{last.Accuracy * 100:F2}%"))),
            ("test_accuracy", words.Figure(Invariant($"{last.TestAccuracy * 100:F2}%"))));
        svg.Append(Invariant($"<svg class=\"learning-curve\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{titleId} {descriptionId}\" font-size=\"13\">"));
        svg.Append($"<title id=\"{titleId}\">{StrictText.Escape(words["curve.title"])}</title>");
        svg.Append(Invariant($"<desc id=\"{descriptionId}\">{StrictText.Escape(description)}</desc>"));
        var losses = new Panel(words, words["column.loss"], Left, epochs, epoch => epoch.Loss, epoch => epoch.TestLoss, value => words.Figure(Invariant($"{value:0.####}")));
        var accuracies = new Panel(words, words["column.accuracy"], Left + PanelWidth + Gap, epochs, epoch => epoch.Accuracy * 100, epoch => epoch.TestAccuracy * 100, value => words.Figure(Invariant($"{value:0.##}%")));
        losses.Draw(svg);
        accuracies.Draw(svg);
        DrawLegend(svg, height - 10, words);
        return new RawHtml(svg.Append("</svg>").ToString());
    }

    private static void DrawLegend(StringBuilder svg, double y, Words words)
    {
        svg.Append(Invariant($"<g><line class=\"curve-train\" x1=\"{Left}\" y1=\"{y - 4}\" x2=\"{Left + 28}\" y2=\"{y - 4}\" stroke=\"currentColor\" stroke-width=\"2\" stroke-dasharray=\"5 4\"/><text x=\"{Left + 36}\" y=\"{y}\" fill=\"currentColor\">{StrictText.Escape(words["curve.training"])}</text>"));
        svg.Append(Invariant($"<line class=\"curve-test\" x1=\"{Left + 116}\" y1=\"{y - 4}\" x2=\"{Left + 144}\" y2=\"{y - 4}\" stroke=\"currentColor\" stroke-width=\"2\"/><text x=\"{Left + 152}\" y=\"{y}\" fill=\"currentColor\">{StrictText.Escape(words["curve.test"])}</text></g>"));
    }

    private sealed class Panel
    {
        private readonly Words _words;
        private readonly string _title;
        private readonly double _x;
        private readonly IReadOnlyList<EpochMetrics> _epochs;
        private readonly Func<EpochMetrics, double> _train;
        private readonly Func<EpochMetrics, double> _test;
        private readonly Func<double, string> _label;
        private readonly double _low;
        private readonly double _high;
        private readonly double _step;

        public Panel(
            Words words,
            string title,
            double x,
            IReadOnlyList<EpochMetrics> epochs,
            Func<EpochMetrics, double> train,
            Func<EpochMetrics, double> test,
            Func<double, string> label)
        {
            (_words, _title, _x, _epochs, _train, _test, _label) = (words, title, x, epochs, train, test, label);
            var values = epochs.Select(train).Concat(epochs.Select(test)).Where(double.IsFinite).DefaultIfEmpty(0).ToList();
            _step = NiceStep(Math.Max(values.Max() - values.Min(), 1e-6) / 4);
            _low = Math.Floor(values.Min() / _step) * _step;
            _high = Math.Max(_low + _step, Math.Ceiling(values.Max() / _step) * _step);
        }

        public void Draw(StringBuilder svg)
        {
            svg.Append(Invariant($"<g><text x=\"{_x}\" y=\"16\" fill=\"currentColor\" font-weight=\"600\">{StrictText.Escape(_title)}</text>"));
            DrawAxes(svg);
            DrawLine(svg, _train, "curve-train", " stroke-dasharray=\"5 4\"");
            DrawLine(svg, _test, "curve-test", "");
            svg.Append("</g>");
        }

        private void DrawAxes(StringBuilder svg)
        {
            svg.Append("<g class=\"curve-axis\">");
            var ticks = (int)Math.Round((_high - _low) / _step);
            for (var i = 0; i <= ticks; i++)
            {
                var value = _low + (i * _step);
                svg.Append(Invariant($"<line x1=\"{_x}\" y1=\"{Y(value):F1}\" x2=\"{_x + PanelWidth}\" y2=\"{Y(value):F1}\" stroke=\"currentColor\" stroke-opacity=\"0.15\"/>"));
                svg.Append(Invariant($"<text x=\"{_x - 6}\" y=\"{Y(value) + 4:F1}\" text-anchor=\"end\" fill=\"currentColor\">{_label(Math.Round(value, 10))}</text>"));
            }

            var every = Math.Max(1, (_epochs.Count + 9) / 10);
            for (var i = 0; i < _epochs.Count; i += every)
            {
                svg.Append(Invariant($"<text x=\"{X(i):F1}\" y=\"{Top + PanelHeight + 18}\" text-anchor=\"middle\" fill=\"currentColor\">{_epochs[i].Epoch}</text>"));
            }

            svg.Append(Invariant($"<text x=\"{_x + PanelWidth}\" y=\"{Top + PanelHeight + 36}\" text-anchor=\"end\" fill=\"currentColor\">{StrictText.Escape(_words["curve.epoch"])}</text></g>"));
        }

        private void DrawLine(StringBuilder svg, Func<EpochMetrics, double> figure, string style, string dashes)
        {
            var points = _epochs.Select((epoch, i) => (X: X(i), Value: figure(epoch))).Where(point => double.IsFinite(point.Value)).ToList();
            svg.Append($"<g class=\"{style}\"><polyline fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"{dashes} points=\"");
            svg.AppendJoin(' ', points.Select(point => Invariant($"{point.X:F1},{Y(point.Value):F1}")));
            svg.Append("\"/>");
            foreach (var (x, value) in points)
            {
                svg.Append(Invariant($"<circle cx=\"{x:F1}\" cy=\"{Y(value):F1}\" r=\"3\" fill=\"currentColor\"/>"));
            }

            svg.Append("</g>");
        }

        private double X(int i) => _x + (_epochs.Count == 1 ? PanelWidth / 2 : 10 + ((PanelWidth - 20) * i / (_epochs.Count - 1)));

        private double Y(double value) => Top + (PanelHeight * (1 - ((value - _low) / (_high - _low))));

        /// <summary>1, 2 or 5 times a power of ten, not below <paramref name="step"/>.</summary>
        private static double NiceStep(double step)
        {
            var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
            var factor = step / power;
            return power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
        }
    }
}

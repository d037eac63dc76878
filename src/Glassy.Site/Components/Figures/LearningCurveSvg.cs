using System.Text;
using Glassy.Runs;
using Glassy.Sources;
using Glassy.Wording;
using static System.FormattableString;

namespace Glassy.Components.Figures;

/// <summary>
/// Two small line charts, loss and accuracy by epoch. The same epochs give the same bytes; lines and text take their colours
/// from the classes <c>curve-train</c>, <c>curve-validation</c>, <c>curve-test</c>, <c>curve-axis</c> and from <c>currentColor</c>.
/// </summary>
public static class LearningCurveSvg
{
    private const double PanelWidth = 320;
    private const double PanelHeight = 150;
    private const double Left = 52;
    private const double Top = 30;
    private const double Gap = 72;
    private const double LegendWidth = 130;

    /// <param name="epochs">In order, at least one.</param>
    /// <param name="testEpoch">The epoch whose weights scored the test split; null when not known.</param>
    /// <param name="test">On the test split, which is scored once: a point at that epoch.</param>
    /// <param name="words">What it says.</param>
    /// <param name="titleId">The id of its title.</param>
    /// <param name="descriptionId">The id of its description.</param>
    public static RawHtml Draw(
        IReadOnlyList<EpochMetrics> epochs,
        int? testEpoch,
        RunMetrics test,
        Words words,
        string titleId,
        string descriptionId)
    {
        var width = Left + PanelWidth + Gap + PanelWidth + 20;
        var height = Top + PanelHeight + 62;
        var svg = new StringBuilder();
        var last = epochs[^1];
        var description = testEpoch is null
            ? words.Of("curve.alt_foreign", ("count", epochs.Count), ("loss", words.Figure(Invariant($"{last.Loss:F4}"))))
            : words.Of(
                "curve.alt",
                ("count", epochs.Count),
                ("loss", words.Figure(Invariant($"{last.Loss:F4}"))),
                ("test_loss", words.Figure(Invariant($"{test.Loss:F4}"))),
                ("accuracy", words.Figure(Invariant($"{last.Accuracy * 100:F2}%"))),
                ("test_accuracy", words.Figure(Invariant($"{test.Accuracy * 100:F2}%"))));
        svg.Append(
            Invariant(
                $"<svg class=\"learning-curve\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{titleId} {descriptionId}\" font-size=\"13\">"));
        svg.Append($"<title id=\"{titleId}\">{StrictText.Escape(words["curve.title"])}</title>");
        svg.Append(Invariant($"<desc id=\"{descriptionId}\">{StrictText.Escape(description)}</desc>"));
        var losses = new Panel(
            words, words["column.loss"], Left, epochs, epoch => epoch.Loss, epoch => epoch.ValidationLoss, (testEpoch, test.Loss),
            value => words.Figure(Invariant($"{value:0.####}")));
        var accuracies = new Panel(
            words, words["column.accuracy"], Left + PanelWidth + Gap, epochs, epoch => epoch.Accuracy * 100,
            epoch => epoch.ValidationAccuracy * 100, (testEpoch, test.Accuracy * 100), value => words.Figure(Invariant($"{value:0.##}%")));
        losses.Draw(svg);
        accuracies.Draw(svg);
        DrawLegend(
            svg,
            height - 10,
            epochs.Any(epoch => (epoch.ValidationLoss ?? epoch.ValidationAccuracy) is not null),
            testEpoch is not null,
            words);
        return new RawHtml(svg.Append("</svg>").ToString());
    }

    private static void DrawLegend(StringBuilder svg, double y, bool isValidated, bool isTested, Words words)
    {
        svg.Append("<g>");
        var x = Left;
        AddLine("curve-train", " stroke-dasharray=\"5 4\"", words["curve.training"]);
        if (isValidated)
        {
            AddLine("curve-validation", "", words["curve.validation"]);
        }

        svg.Append(isTested ? Invariant(
            $"<path class=\"curve-test\" d=\"{Diamond(x + 14, y - 4)}\" fill=\"currentColor\"/>{Label(words["curve.test"])}</g>") : "</g>");

        void AddLine(string style, string dashes, string label)
        {
            svg.Append(
                Invariant(
                    $"<line class=\"{style}\" x1=\"{x}\" y1=\"{y - 4}\" x2=\"{x + 28}\" y2=\"{y - 4}\" stroke=\"currentColor\" stroke-width=\"2\"{dashes}/>"));
            svg.Append(Label(label));
            x += LegendWidth;
        }

        string Label(string label) => Invariant($"<text x=\"{x + 36}\" y=\"{y}\" fill=\"currentColor\">{StrictText.Escape(label)}</text>");
    }

    private static string Diamond(double x, double y) => Invariant($"M{x - 5:F1} {y:F1}l5 -5 5 5 -5 5z");

    private sealed class Panel
    {
        private readonly Words _words;
        private readonly string _title;
        private readonly double _x;
        private readonly IReadOnlyList<EpochMetrics> _epochs;
        private readonly Func<EpochMetrics, double?> _train;
        private readonly Func<EpochMetrics, double?> _validation;
        private readonly (int? Epoch, double? Value) _test;
        private readonly Func<double, string> _label;
        private readonly double _low;
        private readonly double _high;
        private readonly double _step;

        public Panel(
            Words words,
            string title,
            double x,
            IReadOnlyList<EpochMetrics> epochs,
            Func<EpochMetrics, double?> train,
            Func<EpochMetrics, double?> validation,
            (int? Epoch, double? Value) test,
            Func<double, string> label)
        {
            (_words, _title, _x, _epochs, _train, _validation, _test, _label) = (words, title, x, epochs, train, validation, test, label);
            double? shown = test.Epoch is null ? null : test.Value;
            var values = epochs
                .Select(train)
                .Concat(epochs.Select(validation))
                .Append(shown)
                .OfType<double>()
                .Where(double.IsFinite)
                .DefaultIfEmpty(0)
                .ToList();
            _step = NiceStep(Math.Max(values.Max() - values.Min(), 1e-6) / 4);
            _low = Math.Floor(values.Min() / _step) * _step;
            _high = Math.Max(_low + _step, Math.Ceiling(values.Max() / _step) * _step);
        }

        public void Draw(StringBuilder svg)
        {
            svg.Append(
                Invariant($"<g><text x=\"{_x}\" y=\"16\" fill=\"currentColor\" font-weight=\"600\">{StrictText.Escape(_title)}</text>"));
            DrawAxes(svg);
            DrawLine(svg, _train, "curve-train", " stroke-dasharray=\"5 4\"");
            DrawLine(svg, _validation, "curve-validation", "");
            if (_test is ({ } epoch, { } value) && double.IsFinite(value))
            {
                svg.Append(Invariant(
                    $"<path class=\"curve-test\" d=\"{Diamond(X(epoch - _epochs[0].Epoch), Y(value))}\" fill=\"currentColor\"/>"));
            }

            svg.Append("</g>");
        }

        private void DrawAxes(StringBuilder svg)
        {
            svg.Append("<g class=\"curve-axis\">");
            var ticks = (int)Math.Round((_high - _low) / _step);
            for (var i = 0; i <= ticks; i++)
            {
                var value = _low + (i * _step);
                svg.Append(
                    Invariant(
                        $"<line x1=\"{_x}\" y1=\"{Y(value):F1}\" x2=\"{_x + PanelWidth}\" y2=\"{Y(value):F1}\" stroke=\"currentColor\" stroke-opacity=\"0.15\"/>"));
                svg.Append(
                    Invariant(
                        $"<text x=\"{_x - 6}\" y=\"{Y(value) + 4:F1}\" text-anchor=\"end\" fill=\"currentColor\">{_label(Math.Round(value, 10))}</text>"));
            }

            var every = Math.Max(1, (_epochs.Count + 9) / 10);
            for (var i = 0; i < _epochs.Count; i += every)
            {
                svg.Append(
                    Invariant(
                        $"<text x=\"{X(i):F1}\" y=\"{Top + PanelHeight + 18}\" text-anchor=\"middle\" fill=\"currentColor\">{_epochs[i].Epoch}</text>"));
            }

            svg.Append(
                Invariant(
                    $"<text x=\"{_x + PanelWidth}\" y=\"{Top + PanelHeight + 36}\" text-anchor=\"end\" fill=\"currentColor\">{StrictText.Escape(_words["curve.epoch"])}</text></g>"));
        }

        private void DrawLine(StringBuilder svg, Func<EpochMetrics, double?> figure, string style, string dashes)
        {
            var points = _epochs
                .Select((epoch, i) => (X: X(i), Value: figure(epoch) ?? double.NaN))
                .Where(point => double.IsFinite(point.Value))
                .ToList();
            if (points.Count == 0)
            {
                return;
            }

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

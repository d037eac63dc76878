using System.Globalization;
using Glassy.Components.Binding;
using Glassy.Metrics;
using Glassy.Runs;

namespace Glassy.Components.Figures;

/// <summary>The run's result in one line, for the first page: <c>&lt;Headline /&gt;</c>.</summary>
public sealed class Headline() : Component<NoAttributes>("Headline")
{
    /// <param name="Accuracy">Share right, 0..1.</param>
    /// <param name="Low">Lower end of the 95 % interval.</param>
    /// <param name="High">Upper end of the 95 % interval.</param>
    /// <param name="Correct">Test pictures right.</param>
    /// <param name="Total">Test pictures.</param>
    /// <param name="Dataset">The dataset's name.</param>
    /// <param name="RunId">The run's id.</param>
    /// <param name="Sentence">All of it in words.</param>
    public sealed record Model(
        double Accuracy, double Low, double High, int Correct, int Total, string Dataset, string RunId, string Sentence);

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context) =>
        context.Site.Run is { } run ? ModelOf(run) : FailWithoutRun(call, context);

    private static Model ModelOf(Run run)
    {
        var metrics = run.Metrics;
        var total = metrics.Correct + metrics.Wrong;
        var (low, high) = new Proportion(metrics.Correct, total).Interval;
        var sentence = string.Create(
            CultureInfo.InvariantCulture,
            $"{metrics.Correct:N0} of {total:N0} test pictures read right (95% interval {low * 100:F1}–{high * 100:F1}%)");
        return new Model(metrics.Accuracy, low, high, metrics.Correct, total, run.Dataset.Name, run.Id, sentence);
    }
}

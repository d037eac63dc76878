using Glassy.Components.Binding;
using Glassy.Metrics;
using Glassy.Sources;

namespace Glassy.Components.Figures;

/// <summary>How sure the model is where it is right, and where it is wrong: <c>&lt;ConfidenceHistogram /&gt;</c>.</summary>
public sealed class ConfidenceHistogram() : Component<NoAttributes>("ConfidenceHistogram")
{
    /// <param name="Svg">The drawing.</param>
    /// <param name="Bins">Those that hold predictions, from the least to the most confident.</param>
    /// <param name="Right">Right predictions.</param>
    /// <param name="Wrong">Wrong predictions.</param>
    public sealed record Model(RawHtml Svg, IReadOnlyList<ConfidenceBin> Bins, int Right, int Wrong);

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context) =>
        context.Site.Results is not { Report: var report } ? FailWithoutRun(call, context)
        : report.Probabilities is { Confidence: var bins }
            ? new Model(
                ConfidenceHistogramSvg.Draw(bins, context.Words),
                [.. bins.Where(bin => bin.Right + bin.Wrong > 0)],
                report.Correct,
                report.Wrong)
        : Without(context, "absent.confidence");
}

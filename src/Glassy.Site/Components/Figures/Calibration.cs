using Glassy.Comparison;
using Glassy.Components.Binding;
using Glassy.Metrics;
using Glassy.Sources;

namespace Glassy.Components.Figures;

/// <summary>
/// Whether the model is right as often as it says, a reliability diagram with the size of its bins: <c>&lt;Calibration /&gt;</c>.
/// </summary>
public sealed class Calibration() : Component<NoAttributes>("Calibration")
{
    /// <param name="Svg">The drawing, of the bins of equal width.</param>
    /// <param name="EqualWidth">Fifteen bins of equal width.</param>
    /// <param name="EqualMass">At most fifteen bins of as many predictions each.</param>
    /// <param name="WidthRanges">What each bin of equal width is called.</param>
    /// <param name="MassRanges">What each bin of equal mass is called.</param>
    /// <param name="Total">Test pictures.</param>
    /// <param name="Error">The interval of the calibration error with bins of equal width, with what it is by chance; null where nobody has
    /// drawn it.</param>
    /// <param name="Scaled">What a temperature makes of the probabilities; null where nothing was held out to fit it on.</param>
    public sealed record Model(
        RawHtml Svg,
        ReliabilityDiagram EqualWidth,
        ReliabilityDiagram EqualMass,
        IReadOnlyList<string> WidthRanges,
        IReadOnlyList<string> MassRanges,
        int Total,
        FigureInterval? Error,
        TemperatureScaling? Scaled);

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context) =>
        context.Site.Results is not { Report: var report } results ? FailWithoutRun(call, context)
        : report.Probabilities is { EqualWidth: var width, EqualMass: var mass } ? new Model(
            CalibrationSvg.Draw(width, context.Words),
            width,
            mass,
            BinRanges.Of(width, context.Words),
            BinRanges.Of(mass, context.Words),
            report.Total,
            results.Intervals.FirstOrDefault(interval => interval.Name == SampledFigures.EqualWidthCalibrationError.Name),
            results.Scaled)
        : Without(context, "absent.calibration");
}

using Glassy.Components.Binding;
using Glassy.Runs;
using Glassy.Sources;

namespace Glassy.Components.Figures;

/// <summary>Loss and accuracy by epoch, drawn and as a table: <c>&lt;LearningCurve /&gt;</c>.</summary>
public sealed class LearningCurve() : Component<NoAttributes>("LearningCurve")
{
    /// <param name="Epochs">In order.</param>
    /// <param name="Svg">The drawing; its colours come from CSS.</param>
    /// <param name="Png">The chart's address relative to the page; null when there is none.</param>
    public sealed record Model(IReadOnlyList<EpochMetrics> Epochs, RawHtml Svg, string? Png);

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site.Run is not { } run)
        {
            return FailWithoutRun(call, context);
        }

        var png = context.Site.Assets?.LearningCurve;
        var (title, description) = (context.Ids.Take("learning-curve-title"), context.Ids.Take("learning-curve-desc"));
        return new Model(run.Epochs, LearningCurveSvg.Draw(run.Epochs, context.Words, title, description), png is null ? null : context.HrefOf(png));
    }
}

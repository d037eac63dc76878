using Glassy.Components.Binding;
using Glassy.Runs;
using Glassy.Sources;

namespace Glassy.Components.Figures;

/// <summary>Loss and accuracy by epoch, drawn and as a table: <c>&lt;LearningCurve /&gt;</c>.</summary>
public sealed class LearningCurve() : Component<NoAttributes>("LearningCurve")
{
    /// <param name="Epochs">In order.</param>
    /// <param name="Metrics">On the test split, after the last epoch.</param>
    /// <param name="IsValidated">Whether a split was held out to choose on.</param>
    /// <param name="Svg">The drawing; its colours come from CSS.</param>
    /// <param name="Png">The chart's address relative to the page; null when there is none.</param>
    public sealed record Model(IReadOnlyList<EpochMetrics> Epochs, RunMetrics Metrics, bool IsValidated, RawHtml Svg, string? Png);

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site.Run is not { } run)
        {
            return FailWithoutRun(call, context);
        }

        var png = context.Site.Assets?.LearningCurve;
        var (title, description) = (context.Ids.Take("learning-curve-title"), context.Ids.Take("learning-curve-desc"));
        return new Model(
            run.Epochs,
            run.Metrics,
            run.Epochs.All(epoch => epoch.ValidationLoss is not null),
            LearningCurveSvg.Draw(run.Epochs, run.Metrics, context.Words, title, description),
            png is null ? null : context.HrefOf(png));
    }
}

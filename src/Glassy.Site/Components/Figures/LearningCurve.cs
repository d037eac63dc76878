using Glassy.Components.Binding;
using Glassy.Runs;
using Glassy.Sources;

namespace Glassy.Components.Figures;

/// <summary>Loss and accuracy by epoch, drawn and as a table: <c>&lt;LearningCurve /&gt;</c>.</summary>
public sealed class LearningCurve() : Component<NoAttributes>("LearningCurve")
{
    /// <param name="Epochs">In order.</param>
    /// <param name="Metrics">On the test split.</param>
    /// <param name="KeptEpoch">The epoch whose weights scored them, where it was chosen on the validation split; null for the last.</param>
    /// <param name="IsForeign">Whether another program trained: which epoch's weights scored them is not known then.</param>
    /// <param name="IsValidated">Whether a split was held out to choose on.</param>
    /// <param name="Changed">What makes training's figures those of other pictures or labels than the dataset's, as <c>glassy.yml</c> says
    /// it; empty for nothing.</param>
    /// <param name="Svg">The drawing; its colours come from CSS.</param>
    /// <param name="Png">The chart's address relative to the page; null when there is none.</param>
    public sealed record Model(
        IReadOnlyList<EpochMetrics> Epochs,
        RunMetrics Metrics,
        int? KeptEpoch,
        bool IsForeign,
        bool IsValidated,
        string Changed,
        RawHtml Svg,
        string? Png);

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site.Run is not { } run)
        {
            return FailWithoutRun(call, context);
        }

        if (run.Epochs.Count == 0)
        {
            return run.Foreign?.Onnx?.Run is { } own ? Without(context, "absent.exported", ("run", own)) : Without(context, "absent.curve");
        }

        var png = context.Site.Assets?.LearningCurve;
        var (title, description) = (context.Ids.Take("learning-curve-title"), context.Ids.Take("learning-curve-desc"));
        return new Model(
            run.Epochs,
            run.Metrics,
            run.Options?.Patience is null ? null : run.KeptEpoch,
            run.Foreign is not null,
            run.Epochs.Any(epoch => (epoch.ValidationLoss ?? epoch.ValidationAccuracy) is not null),
            run.Options is { } options ? string.Join(", ", ChangesOf(options)) : "",
            LearningCurveSvg.Draw(run.Epochs, run.KeptEpoch, run.Metrics, context.Words, title, description),
            png is null ? null : context.HrefOf(png));
    }

    private static IEnumerable<string> ChangesOf(TrainingOptions options)
    {
        if (options.Augment != AugmentationAmounts.None)
        {
            yield return $"augment: {options.Augment}";
        }

        if (options.Dropout > 0)
        {
            yield return FormattableString.Invariant($"dropout: {options.Dropout}");
        }

        if (options.ClassWeights == ClassWeighting.Balanced)
        {
            yield return "classWeights: balanced";
        }

        if (options.LabelSmoothing > 0)
        {
            yield return FormattableString.Invariant($"labelSmoothing: {options.LabelSmoothing}");
        }
    }
}

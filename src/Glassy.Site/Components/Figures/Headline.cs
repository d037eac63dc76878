using Glassy.Comparison;
using Glassy.Components.Binding;
using Glassy.Metrics;
using Glassy.Runs;
using Glassy.Tokens;
using Glassy.Wording;

namespace Glassy.Components.Figures;

/// <summary>The run's result in one line, for the first page: <c>&lt;Headline /&gt;</c>.</summary>
public sealed class Headline() : Component<NoAttributes>("Headline")
{
    /// <param name="Accuracy">Share right, 0..1.</param>
    /// <param name="Range">Of that share, at 95 %; null where the pictures come in groups and none could be drawn.</param>
    /// <param name="Correct">Test pictures right.</param>
    /// <param name="Total">Test pictures.</param>
    /// <param name="Dataset">The dataset's name.</param>
    /// <param name="RunId">The run's id.</param>
    /// <param name="Groups">In how many groups the pictures come, which are what was drawn for the interval; null when they come by
    /// themselves.</param>
    /// <param name="Draws">How often.</param>
    /// <param name="Leaks">What the accuracy is not, when test pictures are training pictures too; else null.</param>
    public sealed record Model(
        double Accuracy,
        Interval? Range,
        int Correct,
        int Total,
        string Dataset,
        string RunId,
        int? Groups,
        int Draws,
        string? Leaks);

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context) =>
        context.Site.Run is { } run ? ModelOf(run, context.Site.Results, context.Words) : FailWithoutRun(call, context);

    private static Model ModelOf(Run run, RunResults? results, Words words)
    {
        var metrics = run.Metrics;
        var total = metrics.Correct + metrics.Wrong;
        return new Model(
            metrics.Accuracy,
            results is null ? new Proportion(metrics.Correct, total).Interval : results.AccuracyInterval,
            metrics.Correct,
            total,
            run.Dataset.Name,
            run.Id,
            results?.Groups?.Count,
            Resampling.Default.Count,
            results is null ? null : LeakSentences.Of(results, words));
    }
}

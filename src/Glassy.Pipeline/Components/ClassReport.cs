using Glassy.Evaluation;
using Glassy.Runs;

namespace Glassy.Components;

/// <summary>Precision, recall and F1 of every class: <c>&lt;ClassReport /&gt;</c>.</summary>
public sealed class ClassReport() : Component<NoAttributes>("ClassReport")
{
    /// <param name="Rows">One a class, in label order.</param>
    /// <param name="Macro">Means over the classes.</param>
    /// <param name="Weighted">Means weighted by support.</param>
    /// <param name="Accuracy">Share right, 0..1.</param>
    /// <param name="Total">Test pictures.</param>
    public sealed record Model(IReadOnlyList<ClassMetrics> Rows, ClassMetrics Macro, ClassMetrics Weighted, double Accuracy, int Total);

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context) =>
        context.Site.Run is { } run ? ModelOf(run) : FailWithoutRun(call, context);

    private static Model ModelOf(Run run)
    {
        var total = run.PerClass.Sum(row => row.Support);
        var metrics = run.Metrics;
        var macro = new ClassMetrics("macro average", metrics.MacroPrecision, metrics.MacroRecall, metrics.MacroF1, total);
        var means = AverageMetrics.Weighted(run.PerClass);
        var weighted = new ClassMetrics("weighted average", means.Precision, means.Recall, metrics.WeightedF1, total);
        return new Model(run.PerClass, macro, weighted, metrics.Accuracy, total);
    }
}

using Glassy.Components.Binding;
using Glassy.Metrics;
using Glassy.Runs;

namespace Glassy.Components.Figures;

/// <summary>Precision and recall of every class with their 95% intervals, F1 and support: <c>&lt;ClassReport /&gt;</c>.</summary>
public sealed class ClassReport() : Component<NoAttributes>("ClassReport")
{
    /// <param name="Rows">One a class, in label order, with intervals.</param>
    /// <param name="Macro">Means over the classes that have test pictures.</param>
    /// <param name="Weighted">Means weighted by support.</param>
    /// <param name="Accuracy">Share right, 0..1.</param>
    /// <param name="Total">Test pictures.</param>
    /// <param name="Tested">How many classes have test pictures.</param>
    public sealed record Model(IReadOnlyList<ClassFigures> Rows, ClassMetrics Macro, ClassMetrics Weighted, double Accuracy, int Total, int Tested);

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context) =>
        context.Site.Results is { } results ? ModelOf(results) : FailWithoutRun(call, context);

    private static Model ModelOf(RunResults results)
    {
        var run = results.Run;
        var total = run.PerClass.Sum(row => row.Support);
        var metrics = run.Metrics;
        var macro = new ClassMetrics("macro average", metrics.MacroPrecision, metrics.MacroRecall, metrics.MacroF1, total);
        var means = AverageMetrics.Weighted(run.PerClass);
        var weighted = new ClassMetrics("weighted average", means.Precision, means.Recall, metrics.WeightedF1, total);
        return new Model(results.Report.Classes, macro, weighted, metrics.Accuracy, total, results.Report.TestedClasses);
    }
}

using Glassy.Components.Binding;
using Glassy.Metrics;
using Glassy.Runs;

namespace Glassy.Components.Figures;

/// <summary>Precision and recall of every class with their 95% intervals, F1 and support: <c>&lt;ClassReport /&gt;</c>.</summary>
public sealed class ClassReport() : Component<ClassReport.Call>("ClassReport")
{
    /// <param name="Classes">At most so many classes, 1 or more: of more those with the lowest recall, the lowest first.</param>
    public sealed record Call(int Classes = ClassSelection.AtOnce);

    /// <param name="Rows">One a class, in label order, with intervals; of too many those with the lowest recall.</param>
    /// <param name="Macro">Means over the classes that have test pictures.</param>
    /// <param name="Weighted">Means weighted by support.</param>
    /// <param name="Accuracy">Share right, 0..1.</param>
    /// <param name="Total">Test pictures.</param>
    /// <param name="Tested">How many classes have test pictures.</param>
    /// <param name="Classes">How many there are.</param>
    /// <param name="Some">That not all are shown; null when all are.</param>
    public sealed record Model(
        IReadOnlyList<ClassFigures> Rows,
        ClassMetrics Macro,
        ClassMetrics Weighted,
        double Accuracy,
        int Total,
        int Tested,
        int Classes,
        SomeClasses? Some)
    {
        /// <summary>Where <c>results.json</c> has each row among all classes; in order where all are shown.</summary>
        public IReadOnlyList<int> Places { get; init; } = [.. Enumerable.Range(0, Rows.Count)];
    }

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context) =>
        context.Site.Results is not { } results
        ? FailWithoutRun(call, context)
        : attributes.Classes < 1
            ? Fail(call, context, $"`classes` is {attributes.Classes}, expected 1 or more")
            : ModelOf(results, ClassSelection.LowestRecall(results.Report.Classes, attributes.Classes), context);

    private static Model ModelOf(RunResults results, IReadOnlyList<ClassFigures> rows, ComponentContext context)
    {
        var run = results.Run;
        var total = run.PerClass.Sum(row => row.Support);
        var metrics = run.Metrics;
        var macro = new ClassMetrics("macro average", metrics.MacroPrecision, metrics.MacroRecall, metrics.MacroF1, total);
        var means = AverageMetrics.Weighted(run.PerClass);
        var weighted = new ClassMetrics("weighted average", means.Precision, means.Recall, metrics.WeightedF1, total);
        var classes = results.Report.Classes.Count;
        var places = results.Report.Classes.Index().ToDictionary(entry => entry.Item.Name, entry => entry.Index, StringComparer.Ordinal);
        return new Model(
            rows,
            macro,
            weighted,
            metrics.Accuracy,
            total,
            results.Report.TestedClasses,
            classes,
            SomeClasses.Of(rows.Count, classes, context))
        {
            Places = [.. rows.Select(row => places[row.Name])],
        };
    }
}

using Glassy.Components.Binding;
using Glassy.Metrics;
using Glassy.Sources;

namespace Glassy.Components.Figures;

/// <summary>Each class' recall with its 95% interval: <c>&lt;RecallBars sort="recall" /&gt;</c>.</summary>
public sealed class RecallBars() : Component<RecallBars.Call>("RecallBars")
{
    private static readonly string[] Orders = ["label", "recall"];

    /// <param name="Sort"><c>label</c>, the dataset's order, or <c>recall</c>, the worst first; label when absent.</param>
    /// <param name="Classes">At most so many classes, 1 or more: of more those with the lowest recall.</param>
    public sealed record Call(Located<string>? Sort = null, int Classes = ClassSelection.AtOnce);

    /// <param name="Svg">The drawing.</param>
    /// <param name="Rows">As drawn, from the top.</param>
    /// <param name="Some">That not all classes are shown; null when all are.</param>
    public sealed record Model(RawHtml Svg, IReadOnlyList<ClassFigures> Rows, SomeClasses? Some);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site.Results is not { Report: var report })
        {
            return FailWithoutRun(call, context);
        }

        if (!IsOneOf(Orders, attributes.Sort, "sort", context))
        {
            return null;
        }

        if (attributes.Classes < 1)
        {
            return Fail(call, context, $"`classes` is {attributes.Classes}, expected 1 or more");
        }

        var rows = ClassSelection.LowestRecall(report.Classes, attributes.Classes);
        rows = attributes.Sort?.Value == "recall"
            ? [.. rows.OrderBy(row => row.Support == 0).ThenBy(row => row.Recall.Value)]
            : [.. report.Classes.Where(rows.Contains)];
        return new Model(RecallBarsSvg.Draw(rows, context.Words), rows, SomeClasses.Of(rows.Count, report.Classes.Count, context));
    }
}

using Glassy.Components.Binding;
using Glassy.Metrics;
using Glassy.Sources;

namespace Glassy.Components.Figures;

/// <summary>Each class' recall with its 95% interval: <c>&lt;RecallBars sort="recall" /&gt;</c>.</summary>
public sealed class RecallBars() : Component<RecallBars.Call>("RecallBars")
{
    private static readonly string[] Orders = ["label", "recall"];

    /// <param name="Sort"><c>label</c>, the dataset's order, or <c>recall</c>, the worst first; label when absent.</param>
    public sealed record Call(Located<string>? Sort = null);

    /// <param name="Svg">The drawing.</param>
    /// <param name="Rows">As drawn, from the top.</param>
    public sealed record Model(RawHtml Svg, IReadOnlyList<ClassFigures> Rows);

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

        var rows = attributes.Sort?.Value == "recall" ? [.. report.Classes.OrderBy(row => row.Recall.Value)] : report.Classes;
        return new Model(RecallBarsSvg.Draw(rows, context.Words), rows);
    }
}

using Glassy.Comparison;
using Glassy.Components.Binding;
using Glassy.Metrics;
using Glassy.Sources;
using Glassy.Wording;

namespace Glassy.Components.Figures;

/// <summary>The accuracy by an attribute of the test pictures, the worst first: <c>&lt;Slices by="group" /&gt;</c>.</summary>
public sealed class SlicesComponent() : Component<SlicesComponent.Call>("Slices")
{
    private const double Level = 0.05;

    /// <param name="By">The attribute: a column of the table of labels, of attributes, or of predictions.</param>
    /// <param name="Min">Values with fewer pictures are counted together, not judged; 1 or more.</param>
    /// <param name="Most">At most so many rows, the worst ones; 1 or more.</param>
    public sealed record Call(Located<string> By, int Min = 20, int Most = 20);

    /// <param name="By">The attribute's name.</param>
    /// <param name="Caption">What the table is called; a page may have several.</param>
    /// <param name="Overall">The accuracy on all test pictures.</param>
    /// <param name="Rows">The worst first.</param>
    /// <param name="Total">How many there are in all.</param>
    /// <param name="Min">How many pictures each has at least.</param>
    /// <param name="Slices">What is not in the rows.</param>
    public sealed record Model(
        string By,
        string Caption,
        Proportion Overall,
        IReadOnlyList<Row> Rows,
        int Total,
        int Min,
        Glassy.Comparison.Slices Slices);

    /// <param name="Value">The attribute's value, or a range of it.</param>
    /// <param name="Accuracy">Share right, with its Wilson interval.</param>
    /// <param name="P">Of the test against all other pictures, corrected for all rows, as it is shown.</param>
    /// <param name="Verdict"><c>lower</c>, <c>higher</c> or <c>open</c>.</param>
    public sealed record Row(string Value, Proportion Accuracy, string P, string Verdict);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site.Results is not { } results)
        {
            return FailWithoutRun(call, context);
        }

        if (attributes.Min < 1 || attributes.Most < 1)
        {
            return Fail(call, context, $"`min` is {attributes.Min} and `most` is {attributes.Most}, expected 1 or more");
        }

        if (results.Traits.Count == 0)
        {
            return Without(context, "absent.traits", ("by", attributes.By.Value));
        }

        if (!IsOneOf([.. results.Traits.Select(trait => trait.Name)], attributes.By, "by", context))
        {
            return null;
        }

        var slices = Glassy.Comparison.Slices.Of(
            results.Traits.First(trait => trait.Name == attributes.By.Value), results.Predictions, attributes.Min);
        var overall = results.Report.AccuracyProportion;
        return new Model(
            attributes.By.Value,
            context.NextName("slices.region"),
            overall,
            [.. slices.All.Take(attributes.Most).Select(
                slice => new Row(slice.Value, slice.Accuracy, DifferenceText.P(slice.P, context.Words), VerdictOn(slice, overall)))],
            slices.All.Count,
            attributes.Min,
            slices);
    }

    private static string VerdictOn(Slice slice, Proportion overall) =>
        slice.P >= Level ? "open" : slice.Accuracy.Value < overall.Value ? "lower" : "higher";
}

using Glassy.Components.Binding;
using Glassy.Components.Pictures;
using Glassy.Metrics;
using Glassy.Sources;

namespace Glassy.Components.Figures;

/// <summary>
/// The pairs of classes that are confused most, by truth and either way, with rates: <c>&lt;ConfusedPairs count={10} /&gt;</c>.
/// </summary>
public sealed class ConfusedPairs() : Component<ConfusedPairs.Call>("ConfusedPairs")
{
    /// <param name="Count">At most so many of each list, 1 or more.</param>
    /// <param name="Errors">The page with the <c>&lt;ErrorsExplorer /&gt;</c>, to which the pairs lead.</param>
    public sealed record Call(int Count = 10, Located<string>? Errors = null);

    /// <param name="Pair">Truth and prediction, how often and at which rate.</param>
    /// <param name="Href">Its pictures; null when no page has them.</param>
    public sealed record Entry(ConfusedPair Pair, string? Href);

    /// <param name="Ordered">The most frequent first.</param>
    /// <param name="OrderedTotal">How many there are in all.</param>
    /// <param name="Unordered">The most frequent first.</param>
    /// <param name="UnorderedTotal">How many there are in all.</param>
    public sealed record Model(
        IReadOnlyList<Entry> Ordered, int OrderedTotal, IReadOnlyList<UnorderedPair> Unordered, int UnorderedTotal);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site.Results is not { Report: var report, Run: var run })
        {
            return FailWithoutRun(call, context);
        }

        var errors = attributes.Errors is { } page ? context.Page.HrefOf(page.Value, page.Position) : null;
        errors = context.Site.HasPictures ? errors : null;
        var ids = new CellIds(run.Dataset.Classes, "test");
        // where there are pictures there is their catalog
        var explored = errors is null ? null : new CellGallery(run, context.Site.Pictures!, ids, context).Explored();
        var labels = run.Dataset.Classes.Select((name, label) => (name, label)).ToDictionary(StringComparer.Ordinal);
        return attributes.Count < 1
            ? Fail(call, context, $"`count` is {attributes.Count}, expected 1 or more")
            : new Model(
                [.. report.ConfusedPairs.Take(attributes.Count).Select(pair => new Entry(pair, HrefOf(pair)))],
                report.ConfusedPairs.Count,
                [.. report.UnorderedPairs.Take(attributes.Count)],
                report.UnorderedPairs.Count);

        string? HrefOf(ConfusedPair pair) =>
            ids.Of(labels[pair.Truth], labels[pair.Predicted]) is var id && explored?.Contains(id) == true ? $"{errors}#{id}" : null;
    }
}

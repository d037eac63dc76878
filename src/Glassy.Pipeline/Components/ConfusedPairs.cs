using Glassy.Evaluation;

namespace Glassy.Components;

/// <summary>The pairs of classes that are confused most, by truth and either way, with rates: <c>&lt;ConfusedPairs count={10} /&gt;</c>.</summary>
public sealed class ConfusedPairs() : Component<ConfusedPairs.Call>("ConfusedPairs")
{
    /// <param name="Count">At most so many of each list, 1 or more.</param>
    public sealed record Call(int Count = 10);

    /// <param name="Ordered">The most frequent first.</param>
    /// <param name="OrderedTotal">How many there are in all.</param>
    /// <param name="Unordered">The most frequent first.</param>
    /// <param name="UnorderedTotal">How many there are in all.</param>
    public sealed record Model(
        IReadOnlyList<ConfusedPair> Ordered, int OrderedTotal, IReadOnlyList<UnorderedPair> Unordered, int UnorderedTotal);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site.Results is not { Report: var report })
        {
            return FailWithoutRun(call, context);
        }

        return attributes.Count < 1
            ? Fail(call, context, $"`count` is {attributes.Count}, expected 1 or more")
            : new Model(
                [.. report.ConfusedPairs.Take(attributes.Count)],
                report.ConfusedPairs.Count,
                [.. report.UnorderedPairs.Take(attributes.Count)],
                report.UnorderedPairs.Count);
    }
}

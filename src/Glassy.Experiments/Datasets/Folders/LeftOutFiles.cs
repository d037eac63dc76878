namespace Glassy.Datasets.Folders;

/// <summary>Counts files that a dataset is made without, by what they are and why.</summary>
internal sealed class LeftOutFiles
{
    private const int MostKinds = 8;

    private readonly Dictionary<(string Kind, string Why), int> _counts = [];

    /// <param name="kind">What it is: <c>.txt</c>, <c>HEIC</c>.</param>
    /// <param name="why">In a few words.</param>
    public void Add(string kind, string why) => _counts[(kind, why)] = _counts.GetValueOrDefault((kind, why)) + 1;

    /// <summary>One sentence with all counts; none when nothing is left out.</summary>
    /// <param name="folder">What messages call the dataset.</param>
    public IReadOnlyList<DatasetRemark> Remarks(string folder)
    {
        if (_counts.Count == 0)
        {
            return [];
        }

        var kinds = _counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key.Kind, StringComparer.Ordinal).ThenBy(count => count.Key.Why, StringComparer.Ordinal).ToList();
        var named = kinds.Take(MostKinds).Select(count => FormattableString.Invariant($"{count.Value:N0} {count.Key.Kind} ({count.Key.Why})"));
        var others = kinds.Skip(MostKinds).Sum(count => count.Value);
        var all = _counts.Values.Sum();
        return
        [
            new DatasetRemark(
                FormattableString.Invariant($"{folder}: {all:N0} {(all == 1 ? "file is" : "files are")} left out: {string.Join(", ", named)}{(others > 0 ? $", {others:N0} of other kinds" : "")}"),
                IsWarning: true),
        ];
    }
}
